/** The steps of a month, as each who takes part would take them in a browser. */
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import type { Browser, Download, Page } from 'playwright-core'
import { system } from '../../src/server/platform/actor.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { checkPage, visitPage } from '../browser/browser.ts'
import { answer, fillDate, press } from '../support/by-hand.ts'
import type { ListeningApp } from '../support/listening.ts'

/** A council with the service that its month is about. */
export type Month = {
  readonly app: ListeningApp
  readonly browser: Browser
  readonly council: string
  readonly service: string
}

const codeFor = async ({ app, council }: Month, email: string): Promise<string> => {
  const mail = await app.read(
    () => db().selectFrom('mail').where('recipient', '=', email).select('body').execute(),
    system('test', [council]),
  )
  return mail.flatMap(({ body }) => /^\d{6}$/m.exec(body ?? '')?.[0] ?? []).at(-1) ?? ''
}

/** A nurse without an account tells the council what she saw, on her phone (W2.5, B4.1). */
export const raiseConcern = async (month: Month): Promise<void> => {
  const context = await month.browser.newContext({ viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  await visitPage(page, `${month.app.address}/raise-a-concern?q=${month.service.replaceAll(' ', '+')}`)
  const next = () => press(page, 'Continue')
  await page.getByLabel(month.service).check()
  await next()
  await page.getByLabel('A concern about care').check()
  await page.getByLabel('Yesterday').check()
  await next()
  await page.getByLabel('What did you see or hear?').fill('Two call bells were not answered for long.')
  await page.getByLabel('No', { exact: true }).check()
  await next()
  await page.getByLabel('A nurse, doctor').check()
  await page.getByLabel('Your email address').fill('nurse@ward.example')
  await next()
  await press(page, 'Send it')
  await page.getByLabel('Code').fill(await codeFor(month, 'nurse@ward.example'))
  await press(page, 'Confirm')
  await page.getByRole('heading', { name: 'It has come in' }).waitFor()
  await checkPage(page)
  await context.close()
}

/** The contract lead opens the service from the list, and records a concern. Returns the address of the service. */
export const recordConcern = async ({ app, service }: Month, lead: Page): Promise<string> => {
  await visitPage(lead, `${app.address}/services?q=${service.replaceAll(' ', '+')}`)
  await lead.getByRole('link', { name: service, exact: true }).click()
  await lead.getByRole('heading', { level: 1, name: service }).waitFor()
  const address = lead.url()
  await press(lead, 'Record a concern or feedback')
  await fillDate(lead, 'When did it happen?', ['20', '11', '2026'])
  await lead.getByLabel('What is the concern about').fill('Medication was given late.')
  await answer(lead, 'Is anyone at risk now?', 'No')
  await checkPage(lead)
  await press(lead, 'Record the concern or feedback')
  await lead.waitForURL(/done=/)
  await checkPage(lead)
  return address
}

/** A file of another system comes in, but for the row that has to be mended (W3.19, X13). */
export const importIntelligence = async ({ app, service }: Month, lead: Page): Promise<void> => {
  await visitPage(lead, `${app.address}/intelligence/import`)
  await lead.getByRole('textbox').fill('Night calls')
  await press(lead, 'Continue')
  const text = `Reference,Service name,Type,Date received\r\nN-1,${service},Quality concern,02/11/2026\r\nN-2,Nowhere Hall,Quality concern,03/11/2026`
  const file = { name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await lead.getByLabel('File', { exact: true }).setInputFiles(file)
  await press(lead, 'Look at what it would do')
  await press(lead, 'Save, and look at what the file would do')
  await lead.getByText('no service of the council is called Nowhere Hall').waitFor()
  await checkPage(lead)
  await lead.getByLabel('The good rows').check()
  await press(lead, 'Continue')
  await lead.getByRole('link', { name: 'Download the 1 row to mend' }).waitFor()
  await checkPage(lead)
}

/** One of those who decide chooses for a service in the session that is open, and opens its line where it is folded. */
export const choose = async (page: Page, service: string, choice: RegExp, note?: string): Promise<void> => {
  const row = page.getByRole('group', { name: `Choose for ${service}` })
  if (!(await row.isVisible())) await page.locator('summary').filter({ hasText: service }).click()
  await row.getByRole('radio', { name: choice }).check()
  if (note !== undefined) await page.getByLabel(`Note on ${service}`).fill(note)
}

/** Opens the session that somebody opened before. */
export const openTheSession = async (app: ListeningApp, page: Page): Promise<void> => {
  await visitPage(page, `${app.address}/decisions`)
  await page.getByRole('button', { name: 'Go on' }).first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await checkPage(page)
}

export const saveChoices = async (page: Page): Promise<void> => {
  await press(page, 'Save what I chose')
  await page.getByText(/^Saved/).waitFor()
}

const beginnings = { PDF: '%PDF', Excel: 'PK', CSV: '\uFEFF' } as const

const beginningOf = async (download: Download): Promise<string> =>
  (await buffer(await download.createReadStream())).toString('utf8').slice(0, 4)

/** The document that is open comes as a file of each kind. */
export const downloadDocument = async (page: Page): Promise<void> => {
  await checkPage(page)
  for (const [name, beginning] of Object.entries(beginnings)) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name, exact: true }).click(),
    ])
    assert.equal((await beginningOf(download)).startsWith(beginning), true, `${name} is what it says`)
  }
}

/** How an activity is arranged, why anew where it was arranged before, and what is recorded of it. */
type Held = {
  readonly where: string
  readonly again?: string
  readonly record: Readonly<Record<string, string>>
}

/** The first of an activity in the plan is arranged, then held with a record and an action (W3.6, B2.1). */
export const arrangeAndHold = async (
  lead: Page,
  activity: string,
  { where, again, record }: Held,
): Promise<void> => {
  await lead.getByRole('link', { name: activity, exact: true }).first().click()
  await checkPage(lead)
  await press(lead, /^Arrange it/)
  await fillDate(lead, 'On which day?', ['3', '12', '2026'])
  if (again !== undefined) await lead.getByLabel('Why is it arranged anew?').fill(again)
  if (where === '') await lead.getByLabel('Where? (optional)').fill('At the service')
  else await answer(lead, 'Where?', where)
  await checkPage(lead)
  await press(lead, 'Save')
  await lead.getByText('It is arranged.').waitFor()
  await press(lead, 'Record that it was held')
  await fillDate(lead, 'On which day?', ['20', '11', '2026'])
  for (const [label, text] of Object.entries(record)) await lead.getByLabel(label, { exact: true }).fill(text)
  await checkPage(lead)
  await press(lead, 'Save the record')
  await lead.getByText('The record is saved.').waitFor()
  await lead.getByText('Add an action').click()
  await lead.getByLabel('What is to be done?').fill('Send the rota of December')
  await lead.getByLabel('Or who of the provider?').fill('Registered manager')
  await fillDate(lead, 'By when?', ['15', '12', '2026'])
  await press(lead, 'Add the action')
  await lead.getByText('The action is added.').waitFor()
  await checkPage(lead)
}

/** The contract lead goes through the public list, and says so (W1.3). */
export const reviewRegister = async ({ address }: ListeningApp, lead: Page): Promise<void> => {
  await visitPage(lead, `${address}/administration`)
  await lead.getByRole('link', { name: 'Public register' }).click()
  await press(lead, 'I have gone through the list')
  await lead.getByText('Your review is recorded').waitFor()
}

/** New placements are suspended, with the day of the next review. */
export const suspend = async (
  lead: Page,
  address: string,
  [what, why]: readonly [what: string, why: string],
): Promise<void> => {
  await visitPage(lead, `${address}/suspensions/new`)
  await answer(lead, 'What is suspended?', what)
  await fillDate(lead, 'From which day?', ['20', '11', '2026'])
  await answer(lead, 'Why?', why)
  await lead.getByLabel(/Contract [A-Z]{2}-/).check()
  await fillDate(lead, 'Day of the next review (optional)', ['18', '12', '2026'])
  await press(lead, 'Save')
  await lead.getByRole('heading', { name: 'New placements are suspended since 20 November 2026' }).waitFor()
}
