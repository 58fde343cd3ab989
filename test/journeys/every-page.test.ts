/** Every page as its readers see it: accessible, at 320 px, without console errors or policy violations (WCAG 2.2 AA). */
import { test } from 'node:test'
import { allows } from '../../src/core/people/roles.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import type { Route, Samples } from '../../src/server/platform/http/route.ts'
import { routes } from '../../src/server/slices.ts'
import { visitPage } from '../browser/browser.ts'
import { openJourney } from '../support/journey.ts'

const { browser, plumbline } = await openJourney()

const real = await plumbline.read(() =>
  db()
    .selectFrom('service_now')
    .where('location_id', '=', '1-10024040008')
    .select('id')
    .executeTakeFirstOrThrow(),
)
const provider = await plumbline.read(() =>
  db().selectFrom('provider_now').select('id').limit(1).executeTakeFirstOrThrow(),
)
const item = await plumbline.read(() =>
  db()
    .selectFrom('intelligence_now')
    .where('service_id', '=', idOf('thornhay-lodge'))
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow(),
)
const document = await plumbline.read(() =>
  db().selectFrom('decision_document').select('id').limit(1).executeTakeFirstOrThrow(),
)
const activity = await plumbline.read(() =>
  db()
    .selectFrom('activity_now')
    .where('state', '=', 'arranged')
    .select('id')
    .$narrowType<{ id: string }>()
    .limit(1)
    .executeTakeFirstOrThrow(),
)
const samples: Samples = {
  service: idOf('thornhay-lodge'),
  realService: real.id,
  visit: idOf('visit thornhay-lodge'),
  contract: idOf('contract EM-RES-009'),
  provider: provider.id,
  person: idOf('tobias'),
  item: item.id,
  suspension: idOf('suspension maple-tree 0'),
  session: idOf('session eastmarch open'),
  document: document.id,
  activity: activity.id,
}

test('every route’s sample, and pages in their other states', async (context) => {
  const page = await plumbline.signedInPage(browser, 'quality-assessor')
  const administrator = await plumbline.signedInPage(browser, 'administrator')
  const decider = await plumbline.signedInPage(browser, 'operational-lead')
  const visit = (path: string, status = 200, by = page) =>
    context.test(path, () => visitPage(by, plumbline.address + path, status))
  const lead = await plumbline.signedInPage(browser, 'group-lead')
  const contractLead = await plumbline.signedInPage(browser, 'contract-lead')
  // What an assessor may not open, an administrator does; and what is a provider's, the lead of its group.
  const readerOf = ({ permission }: Route) => {
    if (permission === 'anyone' || permission === 'signed-in') return page
    if (allows(['quality-assessor'], permission)) return page
    if (allows(['operational-lead'], permission)) return decider
    if (allows(['administrator'], permission)) return administrator
    return allows(['contract-lead'], permission) ? contractLead : lead
  }
  for (const route of routes)
    if (route.method === 'GET' && typeof route.sample === 'function')
      await visit(route.sample(samples), 200, readerOf(route))
  await visit(`/services/${samples.realService}`)
  await visit(`/services/${samples.realService}/why`)
  await visit(`/services/${samples.service}/why?as-at=2026-11-01`)
  await visit(`/services/${samples.service}/why?as-at=2020-01-01`)
  await visit('/policy?on=2026-01-01')
  await visit('/policy?on=2020-01-01', 409)
  await visit('/policy?on=someday', 400)
  await visit('/services?q=thornhay&proposed=red')
  await visit('/services?q=zzzz')
  await visit('/nowhere', 404)
  await visit('/contracts?which=all&ending=90&type=care-home&sort=ends&order=down')
  await visit('/contracts?q=zzzz')
  await visit('/contracts/new?q=rowan', 200, administrator)
  await visit('/contracts/new?service=new', 200, administrator)
  await visit(`/contracts/new?service=${samples.service}`, 200, administrator)
  await visit(`/contracts/${idOf('contract EM-NUR-001')}`)
  await visit(`/services/${samples.realService}/intelligence/new`, 409)
  await visit(`/services/${idOf('sallow-court')}/people`, 200, lead)
  await visit(`/services/${idOf('rowan-house')}`, 200, lead)
  const manager = await plumbline.signedInPage(browser, 'registered-manager')
  await visit(`/services/${idOf('rowan-house')}/hand-over`, 200, manager)
  await manager.context().close()
  await lead.context().close()
  await contractLead.context().close()
  await page.context().close()
  await administrator.context().close()
})
