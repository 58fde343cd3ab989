import { z } from 'zod'
import { fault } from '../../core/kit/problems.ts'
import { scopes } from '../../core/people/scopes.ts'
import type { Asking } from '../platform/api/asking.ts'
import { textGiven } from '../platform/api/given.ts'

/** What the list of services and its file are filtered by. */
export const serviceFilter = {
  q: textGiven(100).optional().describe('Words of the name, place or postcode, or CQC’s id of a location.'),
  type: textGiven(60).optional().describe('A type of service, by its id in the policy.'),
  proposed: textGiven(60)
    .optional()
    .describe('A proposed rating, by its id in the policy, or `none`. Needs the scope ratings:read.'),
  decided: textGiven(60)
    .optional()
    .describe('A decided rating, by its id in the policy, or `none`. Needs the scope ratings:read.'),
  suspended: z.enum(['true', 'false']).default('false').describe('Only where new placements are suspended.'),
  which: z
    .enum(['commissioned', 'area', 'all'])
    .default('commissioned')
    .describe('Those that the council buys, the others of its area, or both.'),
}

const filterQuery = z.strictObject(serviceFilter)

/** Returns the filter of a query. A filter by a rating would tell it as well as a field does. */
export const filterOf = ({ may }: Asking, query: z.output<typeof filterQuery>) => {
  if ((query.proposed ?? query.decided) !== undefined && !may('ratings.see'))
    throw fault('api-scope-missing', { scope: 'ratings:read', what: scopes['ratings:read'].does })
  return {
    words: query.q?.trim() || null,
    type: query.type ?? null,
    proposed: query.proposed ?? null,
    suspended: query.suspended === 'true',
    decided: query.decided ?? null,
    asAt: null,
    which: query.which,
  }
}
