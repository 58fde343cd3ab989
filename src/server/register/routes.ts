import { fault } from '../../core/kit/problems.ts'
import { seeOther } from '../platform/http/answer.ts'
import { asAtOf } from '../platform/http/as-at.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { proposalOn } from '../ratings/queries.ts'
import { servicePage } from './pages/service-page.ts'
import { servicesPage } from './pages/services-page.ts'
import { listServices } from './queries/list-services.ts'
import { intelligenceOf, serviceAtLocation, serviceById } from './queries/show-service.ts'
import { searchOf } from './search.ts'

const list = async (asked: Asked): Promise<Response> => {
  const search = searchOf(asked)
  const found = await listServices(search)
  return framed(asked, {
    title: 'Services',
    content: servicesPage({ search, ...found, seesRatings: asked.may('ratings.see') }),
  })
}

/** A service by our id, or by CQC's: `/services/1-10024040008` leads to the service at that location. */
const show = async (asked: Asked): Promise<Response> => {
  const given = asked.part('service')
  if (!isId(given)) {
    const service = await serviceAtLocation(given)
    if (service === null) throw fault('not-found', { what: 'service', id: given })
    return seeOther(`/services/${service}${asked.url.search}`)
  }
  const asAt = asAtOf(asked)
  const service = await serviceById(given)
  const [seesRatings, seesIntelligence] = [asked.may('ratings.see'), asked.may('intelligence.see')]
  const proposal = seesRatings ? await proposalOn(given, asAt) : null
  return framed(asked, {
    title: service.name,
    section: 'Services',
    breadcrumbs: [{ text: 'Services', href: '/services' }],
    policyVersion: proposal
      ? `${proposal.rating.policy.pack}, version ${proposal.rating.policy.version}`
      : undefined,
    content: servicePage({
      service,
      proposal,
      intelligence: seesIntelligence ? await intelligenceOf(given, asAt) : [],
      asAt,
      seesRatings,
      seesIntelligence,
      maySupplyConcern: asked.may('intelligence.record') && service.invented,
    }),
  })
}

export const routes: readonly Route[] = [
  { method: 'GET', path: '/services', permission: 'services.see', sample: () => '/services', handle: list },
  {
    method: 'GET',
    path: '/services/:service',
    permission: 'services.see',
    sample: ({ service }) => `/services/${service}`,
    handle: show,
  },
]
