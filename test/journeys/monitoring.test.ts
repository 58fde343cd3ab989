/** A decision moves the plan, which is arranged and held with attendance, notes, a file and an action (W3.6, B2.1). */
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayOf } from '../../src/core/kit/days.ts'
import { openSession } from '../../src/server/decisions/commands/open-session.ts'
import { letTakeEffect } from '../../src/server/decisions/commands/take-effect.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { fillDate, press } from '../support/by-hand.ts'
import { looksOf, openJourney } from '../support/journey.ts'

const { browser, plumbline } = await openJourney()

const service = idOf('willow-end')

const decide = (band: string): Promise<void> =>
  plumbline.work(async () => {
    const [session, on] = [randomUUID(), dayOf(plumbline.clock.now)]
    const given = { authority: 'eastmarch', session, on }
    await openSession({ ...given, id: session, meeting: 'weekly-decision', heldOn: on, reason: null })
    await letTakeEffect(given, [{ service, band, proposed: null, proposal: null, note: null, deciders: [] }])
  })

for (const script of [true, false])
  test(`decided, arranged and held, ${script ? 'with' : 'without'} JavaScript`, async () => {
    const look = looksOf('monitoring', script)
    const page = await plumbline.signedInPage(browser, 'contract-lead', { javaScriptEnabled: script })
    await decide('green')
    await decide('red')
    await page.goto(`${plumbline.address}/services/${service}/plan`)
    await page.getByRole('heading', { name: 'What changed with the decision of' }).waitFor()
    await page.getByText('because the rating was decided, from Green to Red').first().waitFor()
    await page
      .getByText('Why', { exact: false })
      .and(page.locator('.govuk-details__summary-text'))
      .first()
      .click()
    await look(page, 'plan')

    await press(page, 'Arrange something else')
    await press(page, 'Arrange it')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await look(page, 'errors')
    await page.getByLabel('What?').selectOption({ label: 'Contract Monitoring Meeting (additional)' })
    await page.getByLabel('On what occasion').fill('Medication, after three concerns')
    await fillDate(page, 'On which day?', ['21', '12', '2026'])
    await page.getByLabel('At what time?').fill('14:30')
    await page.getByLabel('Where? (optional)').fill('At the service')
    await press(page, 'Arrange it')
    await page.getByText('It is arranged.').waitFor()
    await look(page, 'arranged')

    await press(page, 'Record that it was held')
    await fillDate(page, 'On which day?', ['20', '11', '2026'])
    await page.getByLabel('Names and roles').fill('Registered manager, contract lead')
    await page.getByLabel('Notes').fill('Staffing is stable again.')
    await look(page, 'hold')
    await press(page, 'Save the record')
    await page.getByText('The record is saved.').waitFor()

    await page.getByText('Add an action').click()
    await page.getByLabel('What is to be done?').fill('Send the rota of December')
    await page.getByLabel('Or who of the provider?').fill('Registered manager')
    await fillDate(page, 'By when?', ['15', '12', '2026'])
    await press(page, 'Add the action')
    await page.getByText('The action is added.').waitFor()
    await page
      .getByLabel('Add a file')
      .setInputFiles({ name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from('Minutes') })
    await press(page, 'Add the file')
    await page.getByText('The file is added.').waitFor()
    await page.getByRole('link', { name: 'minutes.txt' }).waitFor()
    await page.getByText('Staffing is stable again.').waitFor()
    await look(page, 'held')

    await page.goto(`${plumbline.address}/services/${service}/contacts/new`)
    await page.getByLabel('Call').check()
    await page.getByLabel('What was it about?').fill('Asked for the rota.')
    await press(page, 'Save')
    await page.getByText('The contact is recorded.').waitFor()
    await look(page, 'contacts')
    for (const address of ['/plan', '/plan/quarters/2026-4', '/plan/calendars']) {
      await page.goto(plumbline.address + address)
      await look(page, address.slice(1).replaceAll('/', '-'))
    }
    await page.getByRole('button', { name: /^Make an? (?:new )?address for your own plan$/ }).click()
    await page.getByText('It is shown only once.').waitFor()
    await look(page, 'calendar-made')
  })
