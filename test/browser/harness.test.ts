import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser, visitPage } from './browser.ts'

/** Pages that each do one thing wrong, to prove that the check for it can fail. */
const bodies: Readonly<Record<string, string>> = {
  '/good': '<h1>Good</h1><p>All is well.</p>',
  '/gone': '<h1>There is no such page</h1>',
  '/no-heading': '<p>Nothing names this page.</p>',
  '/two-headings': '<h1>One</h1><h1>Two</h1>',
  '/no-label': '<h1>Form</h1><input type="text" name="note">',
  '/pale': '<h1>Pale</h1><p style="color:#ccc;background:#fff">Who can read this?</p>',
  '/wide': '<h1>Wide</h1><div style="width:500px">Too wide for a phone</div>',
  '/error': '<h1>Error</h1><script src="/throws.js"></script>',
  '/missing': '<h1>Missing</h1><script src="/not-there.js"></script>',
  '/dropped': '<h1>Dropped</h1><script src="/dropped.js"></script>',
  '/inline': '<h1>Inline</h1><script>document.title = "changed"</script>',
}
const document = (body: string): string =>
  `<!doctype html><html lang="en-GB"><head><title>Harness</title><link rel="icon" href="data:,">
  <meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>${body}</main></body></html>`

const policy = "default-src 'self'; style-src 'unsafe-inline'; img-src data:"
const server = createServer((request, response) => {
  const path = request.url ?? ''
  if (path === '/dropped.js') return response.destroy()
  if (path === '/throws.js')
    return response.setHeader('content-type', 'text/javascript').end('throw Error("thrown")')
  const body = bodies[path]
  response.writeHead(body === undefined || path === '/gone' ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
  })
  response.end(document(body ?? ''))
})

let browser: Browser
let origin: string
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  server.close()
})

/** Visits a page in a context of its own, and returns the complaint, or nothing. */
const complaint = async (path: string, status?: number): Promise<string | undefined> => {
  const context = await browser.newContext()
  try {
    await visitPage(await context.newPage(), origin + path, status)
    return undefined
  } catch (error) {
    return (error as Error).message
  } finally {
    await context.close()
  }
}

test('a page without faults passes', async () => assert.equal(await complaint('/good'), undefined))

test('a page that is meant to say no passes, with its status', async () => {
  assert.equal(await complaint('/gone', 404), undefined)
  assert.match((await complaint('/gone')) ?? '', /answered 404, not 200/)
})

const faulty: readonly (readonly [path: string, says: RegExp])[] = [
  ['/no-heading', /has 0 h1/],
  ['/two-headings', /has 2 h1, not one: \["One","Two"\]/],
  ['/no-label', /axe label/],
  ['/pale', /axe color-contrast/],
  ['/wide', /is \d+ px wide at 320 px:\n.*Too wide for a phone/],
  ['/error', /error: thrown/],
  ['/missing', /answered 404: .*not-there\.js/],
  ['/dropped', /request failed: .*dropped\.js/],
  ['/inline', /console: .*Content Security Policy/],
]
for (const [path, says] of faulty)
  test(`a page with one fault fails: ${path}`, async () =>
    assert.match((await complaint(path)) ?? 'passed', says))
