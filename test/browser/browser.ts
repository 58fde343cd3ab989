import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core'
import { unpackedChromium } from './chromium.ts'

// No sandbox: containers and root cannot have one. The rest stops Chromium from talking to anyone but the test.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const launchOptions = async (): Promise<LaunchOptions> => {
  const unpacked = await unpackedChromium()
  return { args: quiet, ...(unpacked ?? { channel: 'chrome' }) }
}

/** Starts Chromium. One per test file; close it in `after`. Each test makes a context of its own. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await launchOptions())

/** Starts Chromium with a folder that outlives it, as on a person's own device. */
export const launchDevice = async (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, await launchOptions())

/** Saves a picture of the whole page under `test/screenshots/out`, which Git ignores. */
export const screenshot = async (page: Page, name: string): Promise<void> => {
  const folder = join(import.meta.dirname, '..', 'screenshots', 'out')
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

export { checkPage, visitPage } from './visit-page.ts'
