import { dayOf } from '../../core/kit/days.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { policyOn } from '../policy/in-force.ts'
import { serviceById } from '../register/queries/show-service.ts'
import { serviceTabs } from '../register/service-tabs.ts'
import { trendsPage } from './page.ts'
import { trendFactsOf } from './queries.ts'

const trends = async (asked: Asked): Promise<Response> => {
  const [asAt, today] = [asAtOf(asked), dayOf(now())]
  const service = await serviceById(asked.id('service'))
  const facts = await trendFactsOf(service, asAt, today)
  const policy = await policyOn(service.authority_id, asAt ?? today)
  return framed(asked, {
    title: 'Trends',
    section: service.name,
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: service.name, href: `/services/${service.id}` },
    ],
    content: trendsPage({
      service,
      tabs: serviceTabs(asked, service.id, 'trends'),
      facts,
      asAt,
      today,
      level: policy?.rating.confidence.level ?? null,
    }),
  })
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/trends',
    permission: 'intelligence.see',
    sample: ({ service }) => `/services/${service}/trends`,
    reads: 'intelligence',
    past: true,
    handle: trends,
  },
]
