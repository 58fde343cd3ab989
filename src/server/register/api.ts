import { z } from 'zod'
import { asAtGiven, idGiven, paging, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { pastDay } from '../platform/api/past-day.ts'
import { proposalOn } from '../ratings/queries.ts'
import { feeds } from './feeds.ts'
import { importOperations } from './imports/api.ts'
import { keepOperations } from './keep-api.ts'
import { ratingHistory } from './queries/rating-history.ts'
import { servicesAfter } from './queries/services-after.ts'
import { joinedTo, serviceById } from './queries/show-service.ts'
import { filterOf, serviceFilter } from './service-filter.ts'
import { sayService, serviceSaid } from './service-said.ts'

const place = z.tuple([textGiven(1000), idGiven])

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
  ...keepOperations,
  ...feeds,
  ...importOperations,
]
