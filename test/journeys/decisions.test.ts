/** Two people decide a week together, and the month is confirmed (W3.4, W3.25): in two browsers, with axe. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { checkPage, screenshot } from '../browser/browser.ts'
import { press } from '../support/by-hand.ts'
import { openJourney } from '../support/journey.ts'
import { openSession } from '../support/sessions.ts'

const { browser, plumbline } = await openJourney()
const lead = await plumbline.signedInPage(browser, 'operational-lead')
const manager = await plumbline.signedInPage(browser, 'quality-improvement-manager')

const save = async (page: Page): Promise<void> => {
  await press(page, 'Save what I chose')
  await page.waitForLoadState()
}

/** Opens a row that nobody has to talk about: the first, or that of a service. */
const openRow = async (page: Page, name = '') => {
  const folded = page.locator('.plumbline-decide-folded').filter({ hasText: name }).first()
  await folded.locator('summary').click()
  return folded.locator('.plumbline-decide')
}

test('one chooses, the other agrees, and the service page has the decided colour', async () => {
  await lead.getByRole('link', { name: 'Decisions' }).first().click()
  await lead.getByRole('button', { name: 'Go on' }).first().click()
  await checkPage(lead)
  await screenshot(lead, 'session')
  await lead.goto(`${plumbline.address}${openSession}?show=to-do`)
  const row = await openRow(lead)
  const name = await row.getByRole('heading').innerText()
  await row.getByRole('radio', { name: /proposed/ }).check()
  await save(lead)
  await lead.getByText('Saved. Where all who must agree').waitFor()

  await manager.goto(`${plumbline.address}${openSession}?show=yours`)
  const theirs = await openRow(manager, name)
  await theirs.getByText(/Ottilie Brandt chose/).waitFor()
  await manager.getByText(/Also here now: .*Ottilie Brandt/).waitFor()
  await theirs.getByRole('radio', { name: /proposed/ }).check()
  await save(manager)

  await lead.goto(`${plumbline.address}${openSession}`)
  await (await openRow(lead, name)).getByRole('link', { name, exact: true }).click()
  await lead.getByText(/Decided \w+ on 21 November 2026 by Ottilie Brandt and Rufus Okoro/).waitFor()
  await checkPage(lead)
  await screenshot(lead, 'service-decided')
})

test('a choice that differs asks for its reason, and the summary leads to the field', async () => {
  await lead.goto(`${plumbline.address}${openSession}?show=to-do`)
  const row = await openRow(lead)
  await row
    .getByRole('radio', { name: /say why|give the reason/ })
    .first()
    .check()
  await save(lead)
  await lead.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await checkPage(lead)
  await lead.locator('.govuk-error-summary a').first().click()
  assert.match(await lead.evaluate(() => document.activeElement?.id ?? ''), /^note-/)
})

test('the session ends in its document, and the meeting confirms it with its own', async () => {
  await lead.goto(`${plumbline.address}${openSession}/end`)
  await checkPage(lead)
  await press(lead, 'End the session')
  await lead.getByText('This is its document').waitFor()
  await checkPage(lead)
  await screenshot(lead, 'document')
  await lead.goto(`${plumbline.address}/decisions`)
  await lead.getByRole('button', { name: /Joint monthly meeting/ }).click()
  await lead.getByLabel('Minutes').waitFor()
  await checkPage(lead)
  await lead.getByLabel('Minutes').fill('We went through the ratings by team.')
  await lead
    .getByRole('button', { name: /^Send back/ })
    .first()
    .click()
  await lead.getByLabel('Why it goes back').fill('Look at the staffing first.')
  await checkPage(lead)
  await lead.getByRole('button', { name: 'Send back', exact: true }).click()
  assert.equal(await lead.getByLabel('Minutes').inputValue(), 'We went through the ratings by team.')
  await lead.getByLabel('Isolde Farrow').first().check()
  await screenshot(lead, 'confirmation')
  await press(lead, 'Confirm all, but for what goes back')
  await lead.getByText('The ratings are confirmed').waitFor()
  await lead.getByText('Look at the staffing first.').first().waitFor()
  await checkPage(lead)
})
