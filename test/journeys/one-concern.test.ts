/** A contract lead records a concern and sees the rating change and explain itself (W2.5, X1, X3). */
import assert from 'node:assert/strict'
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

for (const script of [true, false])
  test(`from search to the explained rating, ${script ? 'with' : 'without'} JavaScript`, async () => {
    // axe is a script: it sees the pages of the run that has scripts.
    const check = (page: Page) => (script ? checkPage(page) : Promise.resolve())
    const page = await plumbline.signedInPage(browser, 'contract-lead', { javaScriptEnabled: script })
    const service = script ? 'Sallow Court' : 'Quillan Mews'
    await page.getByRole('link', { name: 'Services' }).first().click()
    await page.getByRole('searchbox').fill(service.replace('o', 'e'))
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: service }).click()
    await page.locator('.plumbline-tag').filter({ hasText: 'Green' }).first().waitFor()

    for (let number = 0; number < 3; number += 1) {
      await page.getByRole('button', { name: 'Record a concern or feedback' }).click()
      if (number === 0) {
        await page.getByRole('button', { name: 'Record the concern or feedback' }).click()
        await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
        await check(page)
        await screenshot(page, `concern-errors-${script}`)
      }
      const happened = page.getByRole('group', { name: 'When did it happen?' })
      await happened.getByLabel('Day').fill('20')
      await happened.getByLabel('Month').fill('11')
      await happened.getByLabel('Year').fill('2026')
      await page.getByLabel('What is the concern about').fill('Two call bells did not ring at night.')
      await page
        .getByRole('group', { name: 'Is anyone at risk now?' })
        .getByLabel('No', { exact: true })
        .check()
      await page.getByRole('button', { name: 'Record the concern or feedback' }).click()
      await page.getByText('The concern is recorded and counted').waitFor()
    }
    await page.getByText('Proposed: Red').first().waitFor()
    await check(page)
    await screenshot(page, `service-after-${script}`)

    await page.getByRole('link', { name: 'Why this rating' }).first().click()
    const sentence = await page.locator('#care-concerns').innerText()
    assert.match(sentence, /care concerns for \d+ people since 21 August is \d+\.\d%\. Over 5% is Red/)
    await check(page)
    await screenshot(page, `why-after-${script}`)

    await page.goto(`${page.url()}?as-at=2026-11-20`)
    await page.locator('.plumbline-tag').filter({ hasText: 'Green' }).first().waitFor()
    await page.context().close()
  })

test('the new concern stands on the lead’s home page, and leaves it when it is done', async () => {
  const page = await plumbline.signedInPage(browser, 'contract-lead')
  const list = page.getByRole('list', { name: 'Your work' }).getByRole('listitem')
  const before = await list.count()
  assert.ok(before > 1)
  await page
    .getByRole('link', { name: /^New concern to acknowledge/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Mark as done' }).click()
  await page.getByText('It has left the work list').waitFor()
  await page.goto(plumbline.address)
  assert.equal(await list.count(), before - 1)
  await checkPage(page)
  await page.context().close()
})

test('a Why page prints as a clean document with source, date and policy', async () => {
  const page = await plumbline.signedInPage(browser, 'contract-lead')
  await page.goto(`${plumbline.address}/services?q=thornhay+lodge`)
  await page.getByRole('link', { name: 'Thornhay Lodge' }).click()
  await page.getByRole('link', { name: 'Why this rating' }).first().click()
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('heading', { level: 1, name: 'Why this rating' }).waitFor()
  await page.getByText('Policy: wirral-2022, version 1').waitFor({ state: 'visible' })
  assert.equal(await page.getByRole('navigation', { name: 'Main' }).isVisible(), false)
  await screenshot(page, 'why-printed')
  await page.context().close()
})
