import { z } from 'zod'
import { dayOf, minusYears } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import { asAtGiven, dayGiven, idGiven, paging, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { pastDay } from '../platform/api/past-day.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { feeds } from './feeds.ts'
import { proposalsAfter } from './proposals-after.ts'
import { proposalHistory, proposalOn, ratedService } from './queries.ts'
import { ratingSaid, sayRating } from './rating-said.ts'

const place = z.tuple([textGiven(1000), idGiven])

const line = z
  .object({
    service: z.guid(),
    name: z.string(),
    band: z.string().nullable(),
    asAt: z.iso.date(),
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'RatingInBrief', description: 'The proposed rating of a service, without its explanation.' })

const past = z
  .object({
    band: z.string().nullable(),
    recordedAt: z.iso.datetime(),
    supersededAt: z.iso.datetime().nullable().describe('Null for the one that stands now.'),
  })
  .meta({ id: 'PastRating', description: 'A proposal, and how long it stood.' })

export const api: readonly Operation[] = [
  ...feeds,
  operation({
    method: 'GET',
    path: '/ratings',
    scope: 'ratings:read',
    does: 'List proposed ratings',
    says: 'Of all services that have one, in the order of their names.',
    query: z.strictObject({ 'as-at': asAtGiven, ...paging }),
    answer: pageOf(line),
    handle: async ({ query }) => {
      const { limit, after } = query
      const rows = await proposalsAfter(pastDay(query['as-at']), placeOf(after, place), limit + 1)
      return paged(
        rows,
        limit,
        ({ name, service }) => [name, service],
        (row) => row,
      )
    },
  }),
  operation({
    method: 'GET',
    path: '/services/:service/rating',
    scope: 'ratings:read',
    does: 'Explain the proposed rating of a service',
    says: 'As it was stored: nothing is worked out again. With `as-at` the one that stood then, under the policy of then.',
    query: z.strictObject({ 'as-at': asAtGiven }),
    answer: ratingSaid,
    reads: 'intelligence',
    handle: async (asking) => {
      const service = await ratedService(asking.id('service'))
      const proposal = await proposalOn(service.id, pastDay(asking.query['as-at']))
      const whose = { authority: service.authority, service: service.id }
      const { proposed } = asking.seen('rating', { proposed: proposal }, whose)
      if (proposed === undefined || proposed === null)
        throw fault('not-found', { what: 'rating', id: service.id })
      return sayRating(asking, proposed)
    },
  }),
  operation({
    method: 'GET',
    path: '/services/:service/ratings',
    scope: 'ratings:read',
    does: 'List the proposals that stood for a service',
    says: 'Oldest first. Without days, those of the last year.',
    query: z.strictObject({ from: dayGiven.optional(), to: dayGiven.optional() }),
    answer: z.object({ items: z.array(past) }),
    handle: async ({ id, query }) => {
      const service = await ratedService(id('service'))
      const to = query.to ?? dayOf(now())
      return { items: await proposalHistory(service.id, query.from ?? minusYears(to, 1), to) }
    },
  }),
]
