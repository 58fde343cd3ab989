import { dayOf } from '../../core/kit/days.ts'
import { bandNamed } from '../../core/policy/band.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { policyOn } from '../policy/in-force.ts'
import { serviceById } from '../register/queries/show-service.ts'
import { serviceTabs } from '../register/service-tabs.ts'
import { contactsSection } from './pages/contacts.ts'
import { planPage } from './pages/plan-page.ts'
import { contactsOf } from './queries/contacts.ts'
import { contractsToSay } from './queries/contracts-to-say.ts'
import { lastDecision } from './queries/last-decision.ts'
import { openPlan, pastPlan } from './queries/service-plan.ts'

const show = async (asked: Asked): Promise<Response> => {
  const id = asked.id('service')
  const service = await serviceById(id)
  const asAt = asAtOf(asked)
  const today = dayOf(now())
  const policy = await policyOn(service.authority_id ?? '', asAt ?? today)
  const decision = await lastDecision(id, asAt)
  return framed(asked, {
    title: 'Monitoring plan',
    section: service.name,
    history: { kind: 'service', id },
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: service.name, href: `/services/${id}` },
    ],
    policyVersion: policy ? `${policy.reference.pack}, version ${policy.reference.version}` : undefined,
    content: planPage({
      tabs: serviceTabs(asked, id, 'plan'),
      service: { id, name: service.name },
      open: await openPlan(id, asAt),
      past: await pastPlan(id, asAt),
      decision,
      band: decision && policy ? bandNamed(policy.rating.bands, decision.band) : null,
      asAt,
      today: asAt ?? today,
      mayArrange: asAt === null && asked.may('plan.arrange'),
      hasContract: service.commissioned,
      contracts: asAt === null && asked.may('contracts.edit') ? await contractsToSay(id) : [],
      besides:
        asAt === null &&
        contactsSection({
          service: id,
          contacts: await contactsOf(id),
          today,
          mayRecord: asked.may('contacts.record'),
        }),
    }),
  })
}

export const planRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/plan',
    permission: 'plan.see',
    sample: ({ service }) => `/services/${service}/plan`,
    past: true,
    handle: show,
  },
]
