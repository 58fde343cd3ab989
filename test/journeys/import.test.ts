/** An administrator brings the register up to date with CQC's files, and reads what was done (X6). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { checkPage, launchBrowser, screenshot } from '../browser/browser.ts'
import { fixture } from '../register/oldham.ts'
import { type ListeningApp, listeningApp } from '../support/listening.ts'

let browser: Browser
let plumbline: ListeningApp
before(async () => {
  ;[browser, plumbline] = await Promise.all([launchBrowser(), listeningApp()])
})
after(async () => {
  await browser?.close()
  await plumbline?.close()
})

for (const script of [true, false])
  test(`from a refused file to the result, ${script ? 'with' : 'without'} JavaScript`, async () => {
    // axe is a script: it sees the pages of the run that has scripts.
    const check = (page: Page) => (script ? checkPage(page) : Promise.resolve())
    const page = await plumbline.signedInPage(browser, 'administrator', { javaScriptEnabled: script })
    await page.getByRole('link', { name: 'Services' }).first().click()
    await page.getByRole('link', { name: 'Import CQC’s data' }).click()
    await check(page)

    const choose = (...names: readonly string[]) =>
      page.getByLabel('Files of CQC').setInputFiles(names.map(fixture))
    await choose('not-cqc.json')
    await page.getByRole('button', { name: 'Import' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await check(page)
    await screenshot(page, `import-refused-${script}`)

    await choose('28_March_2025_HSCA_Active_Locations_oldham.ods', 'gm_care_homes_2019-08.csv')
    await page.getByRole('button', { name: 'Import' }).click()
    const address = page.url()
    assert.match(address, /\/register\/imports\/[0-9a-f-]{36}$/)
    // The page asks again by itself, with or without scripts.
    await page.getByRole('heading', { name: 'The import is done' }).waitFor()
    assert.equal(page.url(), address)
    await page.getByRole('heading', { name: 'gm_care_homes_2019-08.csv', exact: true }).waitFor()
    await page.getByText('the register holds no location of this name and postcode').first().waitFor()
    await check(page)
    await screenshot(page, `import-done-${script}`)

    await sendBroken(page)
    await page.getByRole('heading', { name: 'The import was refused' }).waitFor()
    await check(page)
    await screenshot(page, `import-broken-${script}`)
    await page.context().close()
  })

/** A file that breaks off only shows it when it is read. */
const sendBroken = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Import CQC’s data' }).click()
  await page.getByLabel('Files of CQC').setInputFiles(fixture('cut-off.json'))
  await page.getByRole('button', { name: 'Import' }).click()
}
