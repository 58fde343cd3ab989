/** An administrator brings the register up to date with CQC's files, and reads what was done (X6). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { fixture } from '../register/oldham.ts'
import { press } from '../support/by-hand.ts'
import { looksOf, openJourney } from '../support/journey.ts'

const { browser, plumbline } = await openJourney()

for (const script of [true, false])
  test(`from a refused file to the result, ${script ? 'with' : 'without'} JavaScript`, async () => {
    const look = looksOf('import', script)
    const page = await plumbline.signedInPage(browser, 'administrator', { javaScriptEnabled: script })
    await page.getByRole('link', { name: 'Services' }).first().click()
    await page.getByRole('link', { name: 'Import CQC’s data' }).click()
    await look(page, 'start')

    const choose = (...names: readonly string[]) =>
      page.getByLabel('Files of CQC').setInputFiles(names.map(fixture))
    await choose('not-cqc.json')
    await press(page, 'Import')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await look(page, 'refused')

    await choose('28_March_2025_HSCA_Active_Locations_oldham.ods', 'gm_care_homes_2019-08.csv')
    await press(page, 'Import')
    const address = page.url()
    assert.match(address, /\/register\/imports\/[0-9a-f-]{36}$/)
    // The page asks again by itself, with or without scripts.
    await page.getByRole('heading', { name: 'The import is done' }).waitFor()
    assert.equal(page.url(), address)
    await page.getByRole('heading', { name: 'gm_care_homes_2019-08.csv', exact: true }).waitFor()
    await page.getByText('the register holds no location of this name and postcode').first().waitFor()
    await look(page, 'done')

    await sendBroken(page)
    await page.getByRole('heading', { name: 'The import was refused' }).waitFor()
    await look(page, 'broken')
    await page.context().close()
  })

/** A file that breaks off only shows it when it is read. */
const sendBroken = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Import CQC’s data' }).click()
  await page.getByLabel('Files of CQC').setInputFiles(fixture('cut-off.json'))
  await press(page, 'Import')
}
