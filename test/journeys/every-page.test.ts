/** Every page as its readers see it: accessible, at 320 px, without console errors or policy violations (WCAG 2.2 AA). */
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import type { Samples } from '../../src/server/platform/http/route.ts'
import { routes } from '../../src/server/slices.ts'
import { launchBrowser, visitPage } from '../browser/browser.ts'
import { type ListeningApp, listeningApp } from '../support/listening.ts'

let browser: Browser
let plumbline: ListeningApp
let samples: Samples
before(async () => {
  ;[browser, plumbline] = await Promise.all([launchBrowser(), listeningApp()])
  const real = await plumbline.read(() =>
    db()
      .selectFrom('service_now')
      .where('location_id', '=', '1-10024040008')
      .select('id')
      .executeTakeFirstOrThrow(),
  )
  samples = { service: idOf('thornhay-lodge'), realService: real.id, visit: idOf('visit thornhay-lodge') }
})
after(async () => {
  await browser?.close()
  await plumbline?.close()
})

test('every route’s sample, and pages in their other states', async (context) => {
  const page = await plumbline.signedInPage(browser, 'quality-assessor')
  const visit = (path: string, status = 200) =>
    context.test(path, () => visitPage(page, plumbline.address + path, status))
  for (const route of routes)
    if (route.method === 'GET' && typeof route.sample === 'function') await visit(route.sample(samples))
  await visit(`/services/${samples.realService}`)
  await visit(`/services/${samples.realService}/why`)
  await visit(`/services/${samples.service}/why?as-at=2026-11-01`)
  await visit(`/services/${samples.service}/why?as-at=2020-01-01`)
  await visit('/services?q=thornhay&proposed=red')
  await visit('/services?q=zzzz')
  await visit('/nowhere', 404)
  await visit(`/services/${samples.realService}/intelligence/new`, 409)
  await page.context().close()
})
