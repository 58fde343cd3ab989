import { z } from 'zod'
import { fault } from '../../core/kit/problems.ts'
import { scopes } from '../../core/people/scopes.ts'
import type { Asking } from '../platform/api/asking.ts'
import { asAtGiven, idGiven, paging, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { pastDay } from '../platform/api/past-day.ts'
import { proposalOn } from '../ratings/queries.ts'
import { importOperations } from './imports/api.ts'
import { ratingHistory } from './queries/rating-history.ts'
import { servicesAfter } from './queries/services-after.ts'
import { joinedTo, serviceById } from './queries/show-service.ts'
import { sayService, serviceSaid } from './service-said.ts'

const place = z.tuple([textGiven(1000), idGiven])

/** What the list of services and its file are filtered by. */
export const serviceFilter = {
  q: textGiven(100).optional().describe('Words of the name, place or postcode, or CQC’s id of a location.'),
  type: textGiven(60).optional().describe('A type of service, by its id in the policy.'),
  proposed: textGiven(60)
    .optional()
    .describe('A proposed rating, by its id in the policy, or `none`. Needs the scope ratings:read.'),
  suspended: z.enum(['true', 'false']).default('false').describe('Only where new placements are suspended.'),
  which: z
    .enum(['commissioned', 'area', 'all'])
    .default('commissioned')
    .describe('Those that the council buys, the others of its area, or both.'),
}

const filterQuery = z.strictObject(serviceFilter)

/** Returns the filter of a query. A filter by a rating would tell it as well as a field does. */
export const filterOf = ({ may }: Asking, query: z.output<typeof filterQuery>) => {
  if (query.proposed !== undefined && !may('ratings.see'))
    throw fault('api-scope-missing', { scope: 'ratings:read', what: scopes['ratings:read'].does })
  return {
    words: query.q?.trim() || null,
    type: query.type ?? null,
    proposed: query.proposed ?? null,
    suspended: query.suspended === 'true',
    asAt: null,
    which: query.which,
  }
}

const cqcRating = z
  .object({
    locationId: z.string(),
    name: z.string(),
    overall: z.string(),
    published: z.iso.date().nullable(),
    service: z.string().nullable().describe('Set where the rating is of one service of the location.'),
    keyQuestions: z.array(z.object({ name: z.string(), rating: z.string() })),
  })
  .meta({ id: 'CqcRating', description: 'A rating that CQC published.' })

export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/services',
    scope: 'services:read',
    does: 'List services',
    says: 'In the order of their names.',
    query: z.strictObject({ ...serviceFilter, ...paging }),
    answer: pageOf(serviceSaid),
    handle: async (asking) => {
      const { limit, after, ...query } = asking.query
      const rows = await servicesAfter(filterOf(asking, query), placeOf(after, place), limit + 1)
      return paged(
        rows,
        limit,
        ({ name, id }) => [name, id],
        (row) => sayService(asking, row),
      )
    },
  }),
  operation({
    method: 'GET',
    path: '/services/:service',
    scope: 'services:read',
    does: 'Show a service',
    says: 'With CQC’s ratings of it and of what was registered there before. A service that joined another is answered as that one.',
    query: z.strictObject({ 'as-at': asAtGiven }),
    answer: serviceSaid.extend({ cqcRatings: z.array(cqcRating) }),
    handle: async (asking) => {
      const asAt = pastDay(asking.query['as-at'])
      const given = asking.id('service')
      const id = (await joinedTo(given)) ?? given
      const service = await serviceById(id)
      const proposal = asking.may('ratings.see') ? await proposalOn(id, asAt) : null
      const history = service.location_id === null ? [] : await ratingHistory(service.location_id, asAt)
      return {
        ...sayService(asking, { ...service, proposed: proposal?.rating.overall.band ?? null }),
        cqcRatings: history.map((rating) => ({
          locationId: rating.location_id,
          name: rating.name,
          overall: rating.overall,
          published: rating.published,
          service: rating.service,
          keyQuestions: rating.key_questions,
        })),
      }
    },
  }),
  ...importOperations,
]
