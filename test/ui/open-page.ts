/** Opens a page in a browser with our files but without a server. */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { contentSecurityPolicy } from '../../src/ui/content-security-policy.ts'
import { assetsPath } from '../../src/ui/layout/head.ts'

const origin = 'http://plumbline.test'
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

const serve = async (context: BrowserContext, markup: string): Promise<void> => {
  await context.route(`${origin}/**`, (route) => route.fulfill({ status: 404 }))
  await context.route(`${origin}${assetsPath}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const file = new URL(`../../public/${pathname.slice(assetsPath.length + 1)}`, import.meta.url)
    await route.fulfill({ body: await readFile(file), contentType: types[extname(pathname)] ?? 'text/plain' })
  })
  await context.route(`${origin}/`, (route) =>
    route.fulfill({
      body: markup,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': contentSecurityPolicy },
    }),
  )
}

/** Opens a document on a screen of some width, and collects what the browser complains of. */
export const open = async (
  browser: Browser,
  markup: string,
  width: number,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> => {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  await serve(context, markup)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${origin}/`)
  return { page, complaints }
}
