/** A contract lead works through their list: why, acknowledge, put off, assign, done; and chooses their mail (W2.6, X1, X15). */
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { dayOf } from '../../src/core/kit/days.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { raiseConcerns } from '../../src/server/home/commands/raise-concerns.ts'
import { checkPage, launchBrowser, screenshot } from '../browser/browser.ts'
import { type ListeningApp, listeningApp } from '../support/listening.ts'

let browser: Browser
let plumbline: ListeningApp
before(async () => {
  browser = await launchBrowser()
})
// Each journey has a database of its own: they finish what is on the list.
beforeEach(async () => {
  plumbline = await listeningApp()
})
afterEach(() => plumbline?.close())
after(() => browser?.close())

const phone = { width: 320, height: 800 }
const desk = { width: 1280, height: 900 }

const fits = async (page: Page): Promise<void> => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${page.url()} is ${wide} px too wide`)
}

for (const [where, viewport, javaScriptEnabled] of [
  ['at a desk', desk, true],
  ['on a phone without JavaScript', phone, false],
] as const)
  test(`from Home to why, and through every way to deal with an alert, ${where}`, async () => {
    // axe is a script: it sees the pages of the run that has scripts.
    const look = async (page: Page, name: string) => {
      await fits(page)
      if (javaScriptEnabled) await checkPage(page)
      await screenshot(page, `alerts-${name}-${viewport.width}`)
    }
    // The most urgent there is: it is not done without a word on what was done.
    await plumbline.work(() =>
      raiseConcerns('eastmarch', [
        {
          id: idOf('an immediate concern'),
          service: idOf('rowan-house'),
          occurred: dayOf(plumbline.clock.now),
          immediateRisk: true,
          recordedAt: plumbline.clock.now,
        },
      ]),
    )
    const page = await plumbline.signedInPage(browser, 'contract-lead', { viewport, javaScriptEnabled })
    await page.getByRole('heading', { level: 1, name: 'Your work' }).waitFor()
    await look(page, 'home')
    const list = page.getByRole('list', { name: 'Your work' }).getByRole('listitem')
    const count = await list.count()
    assert.ok(count >= 4, `${count} things to do`)

    await list.first().getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Why this is an alert' }).waitFor()
    await look(page, 'why')
    await page.getByRole('button', { name: 'Acknowledge' }).click()
    await page.getByText('Acknowledged. It stays on the list').waitFor()
    await page.getByRole('button', { name: 'Mark as done' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await look(page, 'error')
    await page.getByLabel('What was done, and by whom?').fill('We met the manager, and agreed a plan.')
    await page.getByRole('button', { name: 'Mark as done' }).click()
    await page.getByText('Marked as done').waitFor()
    await page.getByText('We met the manager, and agreed a plan.').waitFor()
    await look(page, 'done')

    await page.goto(`${plumbline.address}/alerts?whose=mine`)
    await look(page, 'list')
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 2)) await box.check()
    await page.getByRole('button', { name: 'Put off' }).click()
    await page.getByText('2 alerts').waitFor()
    await page.getByLabel('Day').fill('31')
    await page.getByLabel('Month').fill('2')
    await page.getByLabel('Year').fill('2027')
    await page.getByRole('button', { name: 'Put off' }).click()
    await page.getByText('Enter the day on which it is to come back').first().waitFor()
    assert.equal(await page.getByLabel('Year').inputValue(), '2027')
    await look(page, 'put-off')
    await page.getByLabel('Day').fill('28')
    await page.getByRole('button', { name: 'Put off' }).click()
    await page.getByText('Put off. It comes back by itself').waitFor()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Acknowledge' }).click()
    await page.getByText('Acknowledged').first().waitFor()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Assign' }).click()
    await page.getByLabel('To whom?').selectOption({ label: 'Maren Holloway' })
    await page.getByRole('button', { name: 'Assign' }).click()
    await page.getByText('Assigned. It stands on that person’s list now').waitFor()

    await page.goto(plumbline.address)
    assert.equal(
      await page.getByRole('list', { name: 'Waiting for others' }).getByRole('listitem').count(),
      3,
    )
    await look(page, 'waiting')
    assert.equal(await list.count(), count - 4)
    await page.goto(`${plumbline.address}/alerts?whose=all&which=put-off`)
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: 'Bring back' }).click()
    await page.getByRole('button', { name: 'Bring back' }).click()
    await page.getByText('Brought back').waitFor()
    await page.context().close()
  })

test('somebody chooses a digest, and stops it, by one page', async () => {
  for (const viewport of [desk, phone]) {
    const page = await plumbline.signedInPage(browser, 'quality-assessor', { viewport })
    await page.getByRole('link', { name: 'Maren Holloway' }).click()
    await page.getByRole('link', { name: 'Your notices' }).click()
    await page.getByLabel('Once a week, on Monday').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Your choice is saved').waitFor()
    assert.ok(await page.getByLabel('Once a week, on Monday').isChecked())
    await fits(page)
    await checkPage(page)
    await screenshot(page, `notices-${viewport.width}`)
    await page.getByLabel('No digest').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Your choice is saved').waitFor()
    await page.context().close()
  }
})
