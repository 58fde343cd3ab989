import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { proposalHistory, proposalOn, ratedService } from './queries.ts'
import { whyPage } from './why/page.ts'

const why = async (asked: Asked): Promise<Response> => {
  const asAt = asAtOf(asked)
  const service = await ratedService(asked.id('service'))
  const proposal = await proposalOn(service.id, asAt)
  return framed(asked, {
    title: 'Why this rating',
    section: service.name,
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: service.name, href: `/services/${service.id}` },
    ],
    policyVersion: proposal
      ? `${proposal.rating.policy.pack}, version ${proposal.rating.policy.version}`
      : undefined,
    content: whyPage({
      service,
      proposal,
      asAt,
      history: asAt === null ? await proposalHistory(service.id) : [],
    }),
  })
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/why',
    permission: 'ratings.see',
    sample: ({ service }) => `/services/${service}/why`,
    handle: why,
  },
]
