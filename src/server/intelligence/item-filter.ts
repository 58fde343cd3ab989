import { z } from 'zod'
import { longestReference } from '../../core/intelligence/item-form.ts'
import { intelligenceKinds } from '../../core/intelligence/kinds.ts'
import { instant } from '../../core/kit/days.ts'
import type { Asking } from '../platform/api/asking.ts'
import { asAtGiven, idGiven, textGiven } from '../platform/api/given.ts'
import { pastDay } from '../platform/api/past-day.ts'
import type { ItemFilter } from './items-after.ts'

/** What the list of intelligence and its file are filtered by. */
export const itemFilter = {
  service: idGiven.optional().describe('Of one service.'),
  kind: z.enum(intelligenceKinds).optional(),
  reference: textGiven(longestReference).optional().describe('With this reference in another system.'),
  since: z.iso
    .datetime({ error: 'It is not a time such as 2026-03-27T09:30:00Z.' })
    .transform(instant)
    .optional()
    .describe(
      'Recorded or corrected at this time or later: ask with the time of your last request less a minute.',
    ),
  'as-at': asAtGiven,
}

const filterQuery = z.strictObject(itemFilter)

/** Returns the filter of a query, confined to the kinds that are open to the token. */
export const filterOf = ({ token }: Asking, query: z.output<typeof filterQuery>): ItemFilter => ({
  service: query.service ?? null,
  kind: query.kind ?? null,
  reference: query.reference ?? null,
  since: query.since ?? null,
  kinds: token.kinds,
  asAt: pastDay(query['as-at']),
})
