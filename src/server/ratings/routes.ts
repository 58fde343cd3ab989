import { type Day, dayOf } from '../../core/kit/days.ts'
import { decisionsOf } from '../decisions/queries/decided.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { seenBy } from '../platform/http/seen-by.ts'
import { policyOf } from '../policy/in-force.ts'
import { intelligenceOf } from '../register/queries/show-service.ts'
import { serviceTabs } from '../register/service-tabs.ts'
import { proposalHistory, proposalOn, type Rated, ratedService } from './queries.ts'
import { type Explained, whyPage } from './why/page.ts'
import { reachOf } from './why/trend.ts'

/** Returns the proposal with what explains it: four queries, whatever the number of criteria. */
const explainedOn = async (asked: Asked, service: Rated, asAt: Day | null): Promise<Explained | null> => {
  const whose = { authority: service.authority, service: service.id }
  const found = { proposed: await proposalOn(service.id, asAt) }
  const proposal = seenBy(asked, 'rating', found, whose).proposed ?? null
  if (proposal === null) return null
  const { from, to } = reachOf(asAt ?? dayOf(now()))
  const items = (await intelligenceOf(service.id, asAt)).map((item) =>
    seenBy(asked, 'intelligence', item, whose),
  )
  return {
    proposal,
    policy: await policyOf(proposal.rating.policy.sha256),
    history: await proposalHistory(service.id, from, to),
    shown: new Set(items.flatMap(({ id }) => (id === undefined ? [] : [id]))),
  }
}

const why = async (asked: Asked): Promise<Response> => {
  const asAt = asAtOf(asked)
  const service = await ratedService(asked.id('service'))
  const explained = await explainedOn(asked, service, asAt)
  const whose = { authority: service.authority, service: service.id }
  const past = { decisions: await decisionsOf(service.id, asAt) }
  const { decisions = [] } = seenBy(asked, 'rating', past, whose)
  const reference = explained?.policy.reference
  return framed(asked, {
    title: 'Why this rating',
    section: service.name,
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: service.name, href: `/services/${service.id}` },
    ],
    policyVersion: reference && `${reference.pack}, version ${reference.version}`,
    content: whyPage({
      service,
      tabs: serviceTabs(asked, service.id, 'why'),
      asAt,
      today: dayOf(now()),
      explained,
      decisions,
    }),
  })
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/why',
    permission: 'ratings.see',
    sample: ({ service }) => `/services/${service}/why`,
    reads: 'intelligence',
    past: true,
    handle: why,
  },
]
