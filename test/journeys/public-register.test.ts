/** Placements are suspended, the public sees it, the list is reviewed, the suspension is lifted (W1.3, W1.4, W4.6). */
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { checkPage, screenshot } from '../browser/browser.ts'
import { answer, fillDate, press } from '../support/by-hand.ts'
import { openJourney } from '../support/journey.ts'

const { browser, plumbline } = await openJourney()

const widths = [1280, 320] as const

for (const script of [true, false])
  test(`suspended, published, reviewed and lifted, ${script ? 'with' : 'without'} JavaScript`, async () => {
    // axe is a script: it sees the pages of the run that has scripts.
    const check = async (page: Page, name: string) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        if (script) await checkPage(page)
        await screenshot(page, `public-${name}-${width}-${script}`)
      }
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    // One service for each run: what the other did stands.
    const name = script ? 'Gorse Hill' : 'Willow End'
    const staff = await plumbline.signedInPage(browser, 'contract-lead', { javaScriptEnabled: script })
    await staff.goto(`${plumbline.address}/services?q=${name.replace(' ', '+')}`)
    await staff.getByRole('link', { name, exact: true }).click()
    await staff.getByRole('link', { name: 'Suspend new placements' }).click()
    await press(staff, 'Suspend new placements')
    await press(staff, 'Save')
    await staff.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await check(staff, 'suspend-errors')
    await answer(staff, 'What is suspended?', 'All new placements')
    await fillDate(staff, 'From which day?', ['16', '11', '2026'])
    await answer(staff, 'Why?', 'Obligations of the contract are not met')
    await staff.getByLabel('Contract EM-').check()
    await staff.getByLabel('Paragraph (optional)').fill('Clause 12.3')
    await press(staff, 'Save')
    await staff
      .getByRole('heading', { name: 'New placements are suspended since 16 November 2026' })
      .waitFor()
    await check(staff, 'service')

    const anyone = await (await browser.newContext({ javaScriptEnabled: script })).newPage()
    await anyone.goto(`${plumbline.address}/register`)
    await anyone.getByRole('link', { name: 'Eastmarch Council' }).last().click()
    await check(anyone, 'list')
    await anyone.getByLabel('Only services where new placements are suspended').check()
    await anyone.getByLabel('Type of service').selectOption({ label: 'Care home' })
    await press(anyone, 'Search')
    await anyone.getByText('since 16 November 2026').first().waitFor()
    await check(anyone, 'suspended')
    await anyone.getByRole('link', { name, exact: true }).click()
    await anyone
      .getByRole('heading', { name: 'New placements are suspended since 16 November 2026' })
      .waitFor()
    await anyone.getByText('This service is invented.').waitFor()
    await check(anyone, 'public-service')
    if ((await anyone.context().cookies()).length > 0) throw new Error('The public register set a cookie')

    await staff.goto(`${plumbline.address}/administration`)
    await staff.getByRole('link', { name: 'Public register' }).click()
    await check(staff, 'review')
    await press(staff, 'I have gone through the list')
    await staff.getByText('Your review is recorded').waitFor()
    await anyone.goto(`${plumbline.address}/register/eastmarch`)
    await anyone.getByText('This list was last reviewed on').waitFor()

    await staff.goto(`${plumbline.address}/services?suspended=yes`)
    await staff.getByRole('link', { name, exact: true }).click()
    await staff.getByRole('link', { name: 'See the suspension' }).click()
    await check(staff, 'suspensions')
    await press(staff, 'Lift')
    await fillDate(staff, 'From which day can placements be made again?', ['20', '11', '2026'])
    await answer(staff, 'Why is it lifted?', 'The council is assured that the risk is over')
    await press(staff, 'Lift the suspension')
    await staff.getByText('The lifting is recorded').waitFor()
    await anyone.goto(`${plumbline.address}/register/eastmarch?suspended=yes&q=${name.replace(' ', '+')}`)
    await anyone.getByText('No service matches').waitFor()

    await staff.goto(`${plumbline.address}/services?which=commissioned`)
    await staff.getByText('See the list of a past day').click()
    await staff.getByLabel('Day', { exact: true }).fill('2026-11-01')
    await press(staff, 'Show')
    await staff.getByText('As it was known at the end of 1 November 2026').waitFor()
    await check(staff, 'as-at')
    await staff.context().close()
    await anyone.context().close()
  })
