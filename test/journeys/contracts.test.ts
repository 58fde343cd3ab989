/** A contract from its first line to its end, and a file of contracts, as a contract lead does it (W1.1, W1.5, W2.1). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileColumns } from '../../src/core/contracts/file-columns.ts'
import { checkPage, screenshot } from '../browser/browser.ts'
import { answer, fillDate, press } from '../support/by-hand.ts'
import { looksOf, openJourney } from '../support/journey.ts'

const { browser, plumbline } = await openJourney()

for (const script of [true, false])
  test(`added, changed, led and terminated, ${script ? 'with' : 'without'} JavaScript`, async () => {
    const look = looksOf('contracts', script)
    const page = await plumbline.signedInPage(browser, 'contract-lead', { javaScriptEnabled: script })
    const reference = `J-${script}`
    await page.goto(`${plumbline.address}/contracts`)
    await press(page, 'Add a contract')
    await press(page, 'The service is not in the register')
    await press(page, 'Add the contract')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await look(page, 'errors')
    await page.getByLabel('Name of the service').fill(`Day Club ${reference}`)
    await page.getByLabel('Reference', { exact: true }).fill(reference)
    await page.getByLabel('Provider', { exact: true }).fill('Day Club CIC')
    await page.getByLabel('Service type').selectOption({ label: 'Life opportunities' })
    await fillDate(page, 'Start date', ['1', '4', '2026'])
    await answer(page, 'Who pays?', 'A grant')
    await page.getByLabel('A number stated in the contract', { exact: true }).check()
    await page.getByLabel('How many people (only').fill('30')
    await answer(page, 'May the council suspend', 'No')
    await answer(page, 'Is the annual assurance statement', 'Yes')
    await press(page, 'Add the contract')
    await page.getByText('The contract is added').waitFor()
    await page.getByText('Isolde Farrow (Authorised Officer)').waitFor()
    await look(page, 'added')

    await press(page, 'Name the contract lead')
    await page.getByLabel('Contract lead').selectOption({ label: 'Tobias Anand' })
    await press(page, 'Name the contract lead')
    await page.getByText('The contract lead is named').waitFor()

    await press(page, 'Change')
    await page.getByLabel('Annual value').fill('12,500')
    await press(page, 'Save the changes')
    await page.getByText('Annual value: from nothing to £12,500').waitFor()
    await look(page, 'changed')

    await page.getByRole('link', { name: `Day Club ${reference}` }).click()
    await page.getByText('Contract lead: Tobias Anand').waitFor()
    await look(page, 'service')
    await page
      .getByRole('link', { name: `Contract ${reference}` })
      .first()
      .click()

    await press(page, 'Terminate')
    await fillDate(page, 'Last day', ['20', '11', '2026'])
    await fillDate(page, 'Day on which the provider was told', ['1', '11', '2026'])
    await page.getByLabel('An action plan was not carried out').check()
    await page.getByLabel('What happened?').fill('The plan of June was not begun.')
    await press(page, 'Continue')
    await page.getByRole('heading', { name: 'Terminate this contract?' }).waitFor()
    await look(page, 'confirm')
    await press(page, 'Terminate the contract')
    await page.getByText('The termination is recorded').waitFor()
    await page.getByText('The plan of June was not begun.').waitFor()
    await look(page, 'terminated')
    await page.context().close()
  })

const cells: Partial<Record<keyof typeof fileColumns, string>> = {
  serviceType: 'Home care',
  provider: 'Filed Care Ltd',
  starts: '2026-04-01',
  funding: 'The council',
  populationBasis: 'capacity',
  permitsSuspension: 'Yes',
  annualStatement: 'Yes',
}

const line = (row: typeof cells): string =>
  Object.keys(fileColumns)
    .map((column) => ({ ...cells, ...row })[column as keyof typeof cells] ?? '')
    .join(',')

test('a file is looked at before it is taken in, and its faulty rows come back to be mended', async () => {
  const page = await plumbline.signedInPage(browser, 'contract-lead')
  const send = async (content: Buffer) => {
    await page.goto(`${plumbline.address}/contracts/import`)
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: content })
    await press(page, 'Look at what it would do')
    await page.getByRole('heading', { name: 'What the file would do' }).waitFor()
  }
  const rows = [
    Object.values(fileColumns).join(','),
    line({ reference: 'JF-1', serviceName: 'Filed Home Care' }),
    line({ reference: 'JF-2', serviceName: 'Filed Night Care', starts: 'next year' }),
  ]
  await send(Buffer.from(rows.join('\n')))
  await checkPage(page)
  await screenshot(page, 'contracts-preview')
  await press(page, 'Continue')
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await page.getByLabel('The good rows').check()
  await press(page, 'Continue')
  await page.getByText('The contracts of the file are taken in').waitFor()
  await checkPage(page)
  await screenshot(page, 'contracts-result')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Download the 1 row/ }).click(),
  ])
  const chunks = await (await file.createReadStream()).toArray()
  const mend = Buffer.concat(chunks).toString()
  assert.match(mend, /What to mend/)
  await send(Buffer.from(mend.replace('next year', '1 May 2027')))
  await press(page, 'Take in 1 row')
  await page.getByText('The contracts of the file are taken in').waitFor()
  await page.goto(`${plumbline.address}/contracts?q=filed`)
  await page.getByText('2 contracts').waitFor()
  await page.getByText('Not started').waitFor()
  await page.context().close()
})
