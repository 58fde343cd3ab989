/** A contract lead takes the file of another system in: columns once, a look, the rows to mend (W3.19, X13). */
import { test } from 'node:test'
import { press } from '../support/by-hand.ts'
import { looksOf, openJourney } from '../support/journey.ts'

const { browser, plumbline } = await openJourney()

const file = (text: string) => ({ name: 'cases.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

const cases = [
  'Case ref,Service name,Type,Date received,Outcome,Date closed',
  'K-1,Sallow Court,Quality concern,02/11/2026,,',
  'K-2,Nowhere Hall,Quality concern,03/11/2026,,',
].join('\r\n')

for (const script of [true, false])
  test(`from the file to what came of it, ${script ? 'with' : 'without'} JavaScript`, async () => {
    const look = looksOf('import-intelligence', script)
    const page = await plumbline.signedInPage(browser, 'contract-lead', { javaScriptEnabled: script })
    await page.getByRole('link', { name: 'Administration' }).click()
    await page.getByRole('link', { name: 'Import intelligence' }).click()
    await look(page, 'start')
    const system = page.getByRole('textbox')
    await system.fill(`Case system ${script}`)
    await press(page, 'Continue')
    await page.getByLabel('File', { exact: true }).setInputFiles(file(cases))
    await look(page, 'file')
    await press(page, 'Look at what it would do')

    await page.getByRole('heading', { name: 'Which column holds what?' }).waitFor()
    await page.getByLabel('Reference').selectOption('')
    await press(page, 'Save, and look at what the file would do')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await page.getByLabel('Reference').selectOption('Case ref')
    await look(page, 'columns')
    await press(page, 'Save, and look at what the file would do')

    // The page asks again by itself, with or without scripts.
    await page.getByRole('heading', { name: 'What the file would do' }).waitFor()
    await page.getByText('no service of the council is called Nowhere Hall').waitFor()
    await look(page, 'preview')
    await page.getByLabel('The good rows').check()
    await press(page, 'Continue')
    await page.getByRole('heading', { name: 'What came of the file' }).waitFor()
    await page.getByRole('link', { name: 'Download the 1 row to mend' }).waitFor()
    await look(page, 'done')

    // The columns are known now: the mended file is looked at by itself.
    await page.getByRole('link', { name: 'Send another file' }).click()
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles(file(cases.replace('Nowhere Hall', 'Quillan Mews')))
    await press(page, 'Look at what it would do')
    await page.getByRole('heading', { name: 'What the file would do' }).waitFor()
    await press(page, 'Take in 1 row')
    await page.getByRole('heading', { name: 'What came of the file' }).waitFor()
    await page.context().close()
  })
