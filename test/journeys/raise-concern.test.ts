/** A visiting nurse tells the council what she saw, on a phone and without an account (W2.5, W2.6, B4.1, X12). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { checkPage, screenshot } from '../browser/browser.ts'
import { press } from '../support/by-hand.ts'
import { looksOf, openJourney } from '../support/journey.ts'

const { browser, plumbline } = await openJourney()

const phone = { width: 320, height: 640 }

const codeFor = async (email: string): Promise<string> => {
  const mail = await plumbline.read(() =>
    db().selectFrom('mail').where('recipient', '=', email).select('body').execute(),
  )
  return mail.flatMap(({ body }) => /^\d{6}$/m.exec(body ?? '')?.[0] ?? []).at(-1) ?? ''
}

for (const script of [true, false])
  test(`from the service to the reference number, ${script ? 'with' : 'without'} JavaScript`, async () => {
    const look = looksOf('raise', script)
    const email = `nurse-${script}@ward.example`
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: script })
    const page = await context.newPage()
    await page.goto(`${plumbline.address}/raise-a-concern`)
    const next = () => press(page, 'Continue')
    await page.getByLabel('Which service is it about?').fill('thornay lodge')
    await look(page, 'service')
    await press(page, 'Find it')
    await page.getByLabel('Thornhay Lodge').check()
    await look(page, 'found')
    await next()

    await next()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await page.getByLabel('A concern about care').check()
    await page.getByLabel('Another day').check()
    await page.getByLabel('Day', { exact: true }).fill('19')
    await page.getByLabel('Month').fill('11')
    await page.getByLabel('Year').fill('2026')
    await look(page, 'what')
    await next()

    await page.getByLabel('What did you see or hear?').fill('Mrs Hill rang the bell for long.')
    await page.getByLabel('Yes').check()
    await next()
    await page.getByText('Take out “Mrs Hill”').first().waitFor()
    await look(page, 'named')
    await page.getByLabel('What did you see or hear?').fill('Two call bells were not answered for long.')
    await page.getByLabel('Yes').check()
    await look(page, 'saw')
    await next()

    // The number to ring, at once.
    await page.getByText('Somebody is at risk now').waitFor()
    await page.getByLabel('A nurse, doctor').check()
    await page.getByLabel('Your email address').fill(email)
    await look(page, 'you')
    await next()

    await page.getByRole('heading', { name: 'Check what you tell us' }).waitFor()
    await look(page, 'check')
    await page.getByRole('link', { name: 'Change when it was' }).click()
    await page.getByLabel('Yesterday').check()
    await next()
    await page.getByText('20 November 2026').waitFor()
    await press(page, 'Send it')

    await page.getByLabel('Code').fill('12')
    await press(page, 'Confirm')
    await page.getByText('This code is not right').first().waitFor()
    await look(page, 'code')
    await page.getByLabel('Code').fill(await codeFor(email))
    await press(page, 'Confirm')
    await page.getByRole('heading', { name: 'It has come in' }).waitFor()
    assert.match(await page.locator('main').innerText(), /C-[A-Z0-9]{3}-[A-Z0-9]{3}/)
    await look(page, 'done')
    await context.close()
  })

test('what nobody confirmed waits on a list, and is taken in by a person', async () => {
  const context = await browser.newContext({ viewport: phone })
  const page = await context.newPage()
  await page.goto(`${plumbline.address}/raise-a-concern?q=thornhay+lodge`)
  const next = () => press(page, 'Continue')
  await page.getByLabel('Thornhay Lodge').check()
  await next()
  await page.getByLabel('Good practice').check()
  await page.getByLabel('Today').check()
  await next()
  await page.getByLabel('What did you see or hear?').fill('Lunch was a pleasure to see.')
  await next()
  await page.getByLabel('A social worker').check()
  await page.getByLabel('Your email address').fill('worker@ward.example')
  await next()
  await press(page, 'Send it')
  await page.getByLabel('Code').waitFor()
  await context.close()

  const lead = await plumbline.signedInPage(browser, 'contract-lead')
  await lead.goto(`${plumbline.address}/intelligence/raised`)
  await lead.getByText('Email not confirmed').first().waitFor()
  await checkPage(lead)
  await screenshot(lead, 'raised-list')
  await lead.getByRole('link', { name: /^C-/ }).first().click()
  await lead.getByText('Lunch was a pleasure').waitFor()
  await checkPage(lead)
  await screenshot(lead, 'raised-concern')
  await lead.getByLabel('Take it in').check()
  await lead.getByLabel('Why').fill('Rang the team, they confirm it.')
  await press(lead, 'Decide')
  await lead.getByText('It was taken in').waitFor()
  await lead.getByRole('link', { name: 'See it among the intelligence' }).click()
  await lead.getByText('worker@ward.example').waitFor()
  await checkPage(lead)
  await screenshot(lead, 'intelligence-item')
  await lead.context().close()
})
