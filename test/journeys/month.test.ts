/** A month in the life of each council: told, rated anew, decided, confirmed, planned anew, published (W3.4, B1.4, X3). */
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { checkPage, launchBrowser, visitPage } from '../browser/browser.ts'
import { press } from '../support/by-hand.ts'
import { type ListeningApp, listeningApp, listeningNorthfold } from '../support/listening.ts'
import {
  arrangeAndHold,
  choose,
  downloadDocument,
  importIntelligence,
  openTheSession,
  raiseConcern,
  recordConcern,
  reviewRegister,
  saveChoices,
  suspend,
} from './month-steps.ts'

let browser: Browser
let eastmarch: ListeningApp
let northfold: ListeningApp
before(async () => {
  ;[browser, eastmarch, northfold] = await Promise.all([
    launchBrowser(),
    listeningApp(),
    listeningNorthfold(),
  ])
})
after(async () => {
  await browser?.close()
  await eastmarch?.close()
  await northfold?.close()
})

test('Eastmarch: three concerns make Sallow Court Red, two decide, the meeting confirms, the plan moves', async () => {
  const month = { app: eastmarch, browser, council: 'eastmarch', service: 'Sallow Court' }
  await raiseConcern(month)
  const lead = await eastmarch.signedInPage(browser, 'contract-lead')
  const address = await recordConcern(month, lead)
  await importIntelligence(month, lead)
  await visitPage(lead, `${address}/why`)
  await lead
    .getByText('4 care concerns for 62 people since 21 August is 6.5%. Over 5% is Red.')
    .first()
    .waitFor()
  await visitPage(lead, eastmarch.address)
  await lead
    .getByRole('link', { name: /^New concern to acknowledge.*Sallow Court/ })
    .first()
    .waitFor()

  const decider = await eastmarch.signedInPage(browser, 'operational-lead')
  await openTheSession(eastmarch, decider)
  const session = decider.url()
  await choose(decider, 'Sallow Court', /proposed/)
  await choose(decider, 'Rowan House', /Green/, 'The new manager showed us the new rota.')
  await saveChoices(decider)
  const other = await eastmarch.signedInPage(browser, 'quality-improvement-manager')
  await other.goto(session)
  await choose(other, 'Sallow Court', /proposed/)
  await choose(other, 'Rowan House', /Green/)
  await saveChoices(other)
  await decider.goto(`${session}/end`)
  await press(decider, 'End the session')
  await downloadDocument(decider)

  await visitPage(lead, `${address}/plan`)
  await lead.getByRole('heading', { name: 'What changed with the decision of 21 November 2026' }).waitFor()
  await arrangeAndHold(lead, 'Contract Monitoring Meeting', {
    where: '',
    again: 'The rating is Red now.',
    record: { 'Names and roles': 'Registered manager, contract lead', Notes: 'Staffing is stable again.' },
  })

  await decider.goto(`${eastmarch.address}/decisions`)
  await press(decider, /Joint monthly meeting/)
  await decider.getByLabel('Minutes').fill('We went through the ratings by team.')
  await decider.getByLabel('Isolde Farrow').first().check()
  await checkPage(decider)
  await press(decider, 'Confirm all, but for what goes back')
  await decider.getByText('The ratings are confirmed').waitFor()
  await downloadDocument(decider)

  await suspend(lead, address, ['All new placements', 'Obligations of the contract are not met'])
  await reviewRegister(eastmarch, lead)
  const anyone = await (await browser.newContext()).newPage()
  await visitPage(anyone, `${eastmarch.address}/register/eastmarch?suspended=yes&q=sallow+court`)
  await anyone.getByText('since 20 November 2026').first().waitFor()
  await anyone.getByText('This list was last reviewed on 21 November 2026').waitFor()
  await visitPage(lead, `${address}?as-at=2026-11-14`)
  await lead.getByText('As it was known at the end of 14 November 2026').waitFor()
  await lead.locator('.plumbline-tag').filter({ hasText: 'Green' }).first().waitFor()
})

test('Northfold: the manager decides a risk score, quality meetings come sooner, nothing of it is public', async () => {
  const month = { app: northfold, browser, council: 'northfold', service: 'Merrowstead Place' }
  await raiseConcern(month)
  const lead = await northfold.signedInPage(browser, 'contract-lead')
  const address = await recordConcern(month, lead)
  await importIntelligence(month, lead)
  await visitPage(lead, `${address}/why`)
  await lead.getByRole('heading', { level: 1, name: 'Why this rating' }).waitFor()
  await visitPage(lead, northfold.address)
  await lead
    .getByRole('link', { name: /^New concern to acknowledge.*Merrowstead Place/ })
    .first()
    .waitFor()

  const manager = await northfold.signedInPage(browser, 'quality-improvement-manager')
  await openTheSession(northfold, manager)
  const session = manager.url()
  await choose(manager, 'Merrowstead Place', /proposed/)
  await choose(manager, 'Pellanstead Grange', /High risk/, 'The home is for sale.')
  await saveChoices(manager)
  await manager.goto(`${session}/end`)
  await press(manager, 'End the session')
  await downloadDocument(manager)

  await visitPage(lead, `${address}/plan`)
  await lead.getByRole('heading', { name: 'What changed with the decision of 21 November 2026' }).waitFor()
  await arrangeAndHold(lead, 'Quality and Contract Monitoring Meeting', {
    where: 'A council office',
    record: { 'Registered Manager': 'The manager', 'Quality assurance': 'Audits were looked at.' },
  })

  await suspend(lead, address, ['All new placements, for a time', 'The agreement was breached'])
  const anyone = await (await browser.newContext()).newPage()
  await visitPage(anyone, `${northfold.address}/register/northfold?q=merrowstead+place`)
  await anyone.getByRole('link', { name: 'Merrowstead Place' }).waitFor()
  await anyone.getByText('This list does not say where new placements are suspended.').waitFor()
  await visitPage(lead, `${address}?as-at=2026-11-14`)
  await lead.getByText('As it was known at the end of 14 November 2026').waitFor()
  await lead.locator('.plumbline-tag').filter({ hasText: 'Low risk' }).first().waitFor()
})
