import { z } from 'zod'
import { feed } from '../platform/api/feed.ts'
import { asAtGiven } from '../platform/api/given.ts'
import type { Operation } from '../platform/api/operation.ts'
import { pastDay } from '../platform/api/past-day.ts'
import { proposalsAfter } from './proposals-after.ts'

/** Ratings as a file that is fetched again and again. */
export const feeds: readonly Operation[] = [
  feed({
    file: 'ratings.csv',
    scope: 'ratings:export',
    does: 'All proposed ratings as CSV',
    query: z.strictObject({ 'as-at': asAtGiven }),
    lines: ({ query }) => proposalsAfter(pastDay(query['as-at']), null, null),
    columns: [
      { name: 'service', says: 'the id of the service', of: ({ service }) => service },
      { name: 'name', says: 'its name', of: ({ name }) => name },
      {
        name: 'band',
        says: 'the band that is proposed; empty where too little is known',
        of: ({ band }) => band,
      },
      { name: 'asAt', says: 'the day on which it was worked out', of: ({ asAt }) => asAt },
      { name: 'recordedAt', says: 'when it was stored', of: ({ recordedAt }) => recordedAt },
    ],
  }),
]
