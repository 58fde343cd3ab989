import { z } from 'zod'
import { textGiven } from '../platform/api/given.ts'
import type { ContractFilter } from './queries/list-contracts.ts'

/** What the list of contracts and its file are filtered by. */
export const contractFilter = {
  q: textGiven(100).optional().describe('Words of the reference, the service, the provider or its group.'),
  type: textGiven(60).optional().describe('A type of service, by its id in the policy.'),
  ending: z.coerce
    .number({ error: 'It is not a whole number of days.' })
    .int({ error: 'It is not a whole number of days.' })
    .min(0, { error: 'It is less than 0.' })
    .max(99_999, { error: 'It is more than 99999.' })
    .optional()
    .describe('Ending within so many days.'),
  which: z
    .enum(['current', 'over', 'all'])
    .default('current')
    .describe('Those in force or to come, those that are over, or all.'),
}

const filterQuery = z.strictObject(contractFilter)

/** Returns the filter of a query. */
export const filterOf = (query: z.output<typeof filterQuery>): ContractFilter => ({
  words: query.q?.trim() || null,
  lead: null,
  endingWithin: query.ending ?? null,
  type: query.type ?? null,
  which: query.which,
  asAt: null,
})
