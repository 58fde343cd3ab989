import { type Day, dayOf, isDay, plusYears } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import { inOneOrder } from '../../core/timeline/in-one-order.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { asAtOf } from '../platform/http/as-at.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { serviceById } from '../register/queries/show-service.ts'
import { serviceTabs } from '../register/service-tabs.ts'
import { timelinePage } from './page.ts'
import { sources } from './sources.ts'

/** How many a page shows, and how many each source is asked for: a busy day of one source stays whole. */
const enough = 50
const limit = 200

/** What is planned stands on the timeline too, but not what nobody can mean. */
const yearsAhead = 20

const throughOf = (asked: Asked, latest: Day): Day => {
  const given = asked.query('through')
  if (given === null) return latest
  if (!isDay(given)) throw fault('bad-request', { what: 'The address asks for a day that is none.' })
  return given
}

const show = async (asked: Asked): Promise<Response> => {
  const [asAt, today] = [asAtOf(asked), dayOf(now())]
  const service = await serviceById(asked.id('service'))
  const seen = sources.filter(({ permission }) => asked.may(permission))
  const wanted = {
    service: { id: service.id, authority: service.authority_id, location: service.location_id },
    through: throughOf(asked, asAt ?? plusYears(today, yearsAhead)),
    asAt,
    limit,
  }
  const answers: Awaited<ReturnType<(typeof seen)[number]['happened']>>[] = []
  for (const source of seen) answers.push(await source.happened(wanted))
  return framed(asked, {
    title: 'Timeline',
    section: service.name,
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: service.name, href: `/services/${service.id}` },
    ],
    content: timelinePage({
      service,
      tabs: serviceTabs(asked, service.id, 'timeline'),
      stretch: inOneOrder(answers, { limit, enough }),
      names: seen.map(({ name }) => name),
      asAt,
      today,
    }),
  })
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/timeline',
    permission: 'ratings.see',
    sample: ({ service }) => `/services/${service}/timeline`,
    reads: 'intelligence',
    past: true,
    handle: show,
  },
]
