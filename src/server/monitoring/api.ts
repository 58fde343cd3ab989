import { z } from 'zod'
import { idGiven, oneOf, paging } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { activitySaid, activityWithRecord, sayActivity, sayListed } from './activity-said.ts'
import { writeOperations } from './api-writes.ts'
import { contactOperations } from './contact-api.ts'
import { activitiesAfter } from './queries/activities-after.ts'
import { activityById } from './queries/show-activity.ts'
import { stateNames } from './words.ts'

const place = z.tuple([z.iso.date(), idGiven])

/** The monitoring plan: what is due, arranged, held and cancelled. */
export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/activities',
    scope: 'plan:read',
    does: 'List activities of the monitoring plan',
    says: 'In the order of the days on which they were held, are arranged, or are due. Those without a day come last.',
    query: z.strictObject({
      service: idGiven.optional(),
      state: oneOf(stateNames).optional(),
      ...paging,
    }),
    answer: pageOf(activitySaid),
    handle: async (asking) => {
      const { limit, after, service = null, state = null } = asking.query
      return paged(
        await activitiesAfter({ service, state }, placeOf(after, place), limit + 1),
        limit,
        ({ day, id }) => [day, id],
        (row) => sayListed(asking, row),
      )
    },
  }),
  operation({
    method: 'GET',
    path: '/activities/:activity',
    scope: 'plan:read',
    does: 'Show an activity, why it is due, and its record',
    answer: activityWithRecord,
    handle: async (asking) => sayActivity(asking, await activityById(asking.id('activity'))),
  }),
  ...writeOperations,
  ...contactOperations,
]
