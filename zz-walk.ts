import { launchBrowser } from '/work/main/test/browser/browser.ts'
const base = 'http://127.0.0.1:3393'
const [name, ...jobs] = process.argv.slice(2)
const browser = await launchBrowser()
for (const width of [1280, 320]) {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  await page.goto(base + '/sign-in')
  await page.getByLabel(name, { exact: true }).check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  for (const job of jobs) {
    const label = job.slice(0, job.indexOf('=')); const path = job.slice(job.indexOf('=') + 1)
    if (path.startsWith('link:')) await page.locator(path.slice(5)).first().click()
    else await page.goto(base + path)
    await page.waitForLoadState()
    await page.screenshot({ path: `/tmp/shots/${label}-${width}.png`, fullPage: true })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    console.log(label, width, page.url(), (await page.title()), over > 0 ? `OVERFLOW ${over}` : '')
  }
  await context.close()
}
await browser.close()
