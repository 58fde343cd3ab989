import { type Day, dayOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import type { Html } from '../../ui/html.ts'
import { contractsOfService } from '../contracts/queries/list-contracts.ts'
import { type DecidedBand, type Decision, decisionsOf } from '../decisions/queries/decided.ts'
import { serviceAlerts } from '../home/section.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { seeOther } from '../platform/http/answer.ts'
import { asAtOf } from '../platform/http/as-at.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { seenBy } from '../platform/http/seen-by.ts'
import { bandsOf } from '../policy/in-force.ts'
import { proposalOn } from '../ratings/queries.ts'
import { statedCriteria, statedFactsOf } from '../stated-facts/queries.ts'
import { statedSection } from '../stated-facts/section.ts'
import { suspensionBanners } from '../suspensions/banner.ts'
import { suspensionWords } from '../suspensions/policy-words.ts'
import { standingSuspensions } from '../suspensions/queries.ts'
import { fiveThingsOf } from './five-things.ts'
import { importRoutes } from './imports/routes.ts'
import { keepRoutes } from './keep-routes.ts'
import { listRoutes } from './list-routes.ts'
import { locationsPage } from './pages/locations-page.ts'
import { servicePage } from './pages/service-page.ts'
import { findLocations } from './queries/find-locations.ts'
import { ratingHistory } from './queries/rating-history.ts'
import {
  intelligenceOf,
  joinedTo,
  type ServiceFound,
  serviceAtLocation,
  serviceById,
} from './queries/show-service.ts'
import { serviceTabs } from './service-tabs.ts'

/** The whole register that was imported, not only the council's services. */
const locations = async (asked: Asked): Promise<Response> => {
  const words = asked.query('q')?.slice(0, 100) ?? null
  return framed(asked, {
    title: 'CQC’s register',
    section: 'Services',
    breadcrumbs: [{ text: 'Services', href: '/services' }],
    content: locationsPage({ words, locations: words === null ? [] : await findLocations(words) }),
  })
}

/** What is stated of a service for the rating, where the council's policy reads something of the kind. */
const statedOn = async (asked: Asked, service: ServiceFound, asAt: Day | null): Promise<Html | false> => {
  const criteria = await statedCriteria(service.authority_id, service.service_type)
  if (criteria.length === 0 || !service.commissioned) return false
  return statedSection({
    service: service.id,
    criteria,
    facts: await statedFactsOf(service.id, asAt),
    mayState: asAt === null && asked.may('facts.state'),
  })
}

/** That nobody new can be placed: for everyone who sees the service (W4.6). */
const suspendedOn = async (asked: Asked, service: ServiceFound, asAt: Day | null): Promise<Html | false> => {
  const whose = { authority: service.authority_id, service: service.id }
  const found = await standingSuspensions(service.id, dayOf(now()), asAt)
  if (found.length === 0) return false
  return suspensionBanners({
    service: service.id,
    suspensions: found.map((suspension) => seenBy(asked, 'suspension', suspension, whose)),
    words: await suspensionWords(service.authority_id),
    linked: asAt === null && asked.may('suspensions.see'),
  })
}

/** What of a decision may be shared: its note is the council's own. */
const bandOf = (decision: Decision | undefined): DecidedBand | null =>
  decision === undefined
    ? null
    : {
        band: decision.band,
        decidedOn: decision.decidedOn,
        inBandSince: decision.inBandSince,
        deciders: decision.deciders,
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
  const joined = await joinedTo(given)
  if (joined !== null) return seeOther(`/services/${joined}${asked.url.search}`)
  const service = await serviceById(given)
  const [seesRatings, seesIntelligence] = [asked.may('ratings.see'), asked.may('intelligence.see')]
  const whose = { authority: service.authority_id ?? '', service: given }
  const found = {
    proposed: await proposalOn(given, asAt),
    decided: bandOf((await decisionsOf(given, asAt))[0]),
  }
  const rated = seenBy(asked, 'rating', found, whose)
  const proposal = rated.proposed ?? null
  const work = asAt === null ? await serviceAlerts(asked, given) : { count: 0, section: false as const }
  const contracts = asked.may('contracts.see')
    ? (await contractsOfService(given, dayOf(now()))).map((contract) =>
        seenBy(asked, 'contract', contract, whose),
      )
    : null
  return framed(asked, {
    title: service.name,
    section: 'Services',
    history: { kind: 'service', id: given },
    breadcrumbs: [{ text: 'Services', href: '/services' }],
    policyVersion: proposal
      ? `${proposal.rating.policy.pack}, version ${proposal.rating.policy.version}`
      : undefined,
    content: servicePage({
      tabs: serviceTabs(asked, given, 'overview'),
      service: seenBy(asked, 'service', service, whose),
      proposal,
      decided: rated.decided ?? null,
      bands: proposal ? await bandsOf(proposal.rating.policy.sha256) : [],
      history: service.location_id ? await ratingHistory(service.location_id, asAt) : [],
      intelligence: (await intelligenceOf(given, asAt)).map((item) =>
        seenBy(asked, 'intelligence', item, whose),
      ),
      asAt,
      suspended: await suspendedOn(asked, service, asAt),
      stated: seesRatings && (await statedOn(asked, service, asAt)),
      seesRatings,
      seesIntelligence,
      contracts,
      five: await fiveThingsOf(asked, service, { contracts, alerts: work.count, asAt }),
      work: work.section,
      mayKeep:
        asked.may('contracts.edit') && (service.invented || asked.signed?.authority.invented === false),
      mayDecideSuspensions:
        asked.may('suspensions.decide') && (service.invented || asked.signed?.authority.invented === false),
      seesSuspensions: asked.may('suspensions.see'),
      maySupplyConcern:
        asked.may('intelligence.record') && (service.invented || asked.signed?.authority.invented === false),
    }),
  })
}

export const routes: readonly Route[] = [
  ...listRoutes,
  {
    method: 'GET',
    path: '/register/locations',
    permission: 'services.see',
    sample: () => '/register/locations?q=oldham',
    handle: locations,
  },
  ...importRoutes,
  ...keepRoutes,
  {
    method: 'GET',
    path: '/services/:service',
    permission: 'services.see',
    sample: ({ service }) => `/services/${service}`,
    reads: 'intelligence',
    past: true,
    handle: show,
  },
]
