/** A contract lead records a concern and sees the rating change and explain itself (W2.5, X1, X3). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage, screenshot } from '../browser/browser.ts'
import { answer, fillDate, press } from '../support/by-hand.ts'
import { looksOf, openJourney } from '../support/journey.ts'

const { browser, plumbline } = await openJourney()

for (const script of [true, false])
  test(`from search to the explained rating, ${script ? 'with' : 'without'} JavaScript`, async () => {
    const look = looksOf('one-concern', script)
    const page = await plumbline.signedInPage(browser, 'contract-lead', { javaScriptEnabled: script })
    const service = script ? 'Sallow Court' : 'Quillan Mews'
    await page.getByRole('link', { name: 'Services' }).first().click()
    await page.getByRole('searchbox').fill(service.replace('o', 'e'))
    await press(page, 'Search')
    await page.getByRole('link', { name: service }).click()
    await page.locator('.plumbline-tag').filter({ hasText: 'Green' }).first().waitFor()

    for (let number = 0; number < 3; number += 1) {
      await press(page, 'Record a concern or feedback')
      if (number === 0) {
        await press(page, 'Record the concern or feedback')
        await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
        await look(page, 'concern-errors')
      }
      await fillDate(page, 'When did it happen?', ['20', '11', '2026'])
      await page.getByLabel('What is the concern about').fill('Two call bells did not ring at night.')
      await answer(page, 'Is anyone at risk now?', 'No')
      await press(page, 'Record the concern or feedback')
      await page.getByText('The concern is recorded and counted').waitFor()
    }
    await page.getByText('Proposed: Red').first().waitFor()
    await look(page, 'service-after')

    await page.getByRole('link', { name: 'Why this rating' }).first().click()
    const sentence = await page.locator('#care-concerns').innerText()
    assert.match(sentence, /care concerns for \d+ people since 21 August is \d+\.\d%\. Over 5% is Red/)
    await look(page, 'why-after')

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
  await press(page, 'Mark as done')
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
