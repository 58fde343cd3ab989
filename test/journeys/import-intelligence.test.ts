/** A contract lead takes the file of another system in: columns once, a look, the rows to mend (W3.19, X13). */
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { checkPage, launchBrowser, screenshot } from '../browser/browser.ts'
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

const file = (text: string) => ({ name: 'cases.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

const cases = [
  'Case ref,Service name,Type,Date received,Outcome,Date closed',
  'K-1,Sallow Court,Quality concern,02/11/2026,,',
  'K-2,Nowhere Hall,Quality concern,03/11/2026,,',
].join('\r\n')

for (const script of [true, false])
  test(`from the file to what came of it, ${script ? 'with' : 'without'} JavaScript`, async () => {
    // axe is a script: it sees the pages of the run that has scripts.
    const seen = async (page: Page, name: string) => {
      if (script) await checkPage(page)
      await screenshot(page, `import-intelligence-${name}-${script}`)
    }
    const page = await plumbline.signedInPage(browser, 'contract-lead', { javaScriptEnabled: script })
    await page.getByRole('link', { name: 'Administration' }).click()
    await page.getByRole('link', { name: 'Import intelligence' }).click()
    await seen(page, 'start')
    const system = page.getByRole('textbox')
    await system.fill(`Case system ${script}`)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('File', { exact: true }).setInputFiles(file(cases))
    await seen(page, 'file')
    await page.getByRole('button', { name: 'Look at what it would do' }).click()

    await page.getByRole('heading', { name: 'Which column holds what?' }).waitFor()
    await page.getByLabel('Reference').selectOption('')
    await page.getByRole('button', { name: 'Save, and look' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await page.getByLabel('Reference').selectOption('Case ref')
    await seen(page, 'columns')
    await page.getByRole('button', { name: 'Save, and look' }).click()

    // The page asks again by itself, with or without scripts.
    await page.getByRole('heading', { name: 'What the file would do' }).waitFor()
    await page.getByText('no service of the council is called Nowhere Hall').waitFor()
    await seen(page, 'preview')
    await page.getByLabel('The good rows').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'What came of the file' }).waitFor()
    await page.getByRole('link', { name: 'Download the 1 row to mend' }).waitFor()
    await seen(page, 'done')

    // The columns are known now: the mended file is looked at by itself.
    await page.getByRole('link', { name: 'Send another file' }).click()
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles(file(cases.replace('Nowhere Hall', 'Quillan Mews')))
    await page.getByRole('button', { name: 'Look at what it would do' }).click()
    await page.getByRole('heading', { name: 'What the file would do' }).waitFor()
    await page.getByRole('button', { name: 'Take in 1 row' }).click()
    await page.getByRole('heading', { name: 'What came of the file' }).waitFor()
    await page.context().close()
  })
