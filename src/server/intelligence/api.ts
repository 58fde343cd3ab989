import { z } from 'zod'
import { intelligenceKinds } from '../../core/intelligence/kinds.ts'
import { instant } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import type { Asking } from '../platform/api/asking.ts'
import { asAtGiven, idGiven, paging, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { pastDay } from '../platform/api/past-day.ts'
import { writeOperations } from './api-writes.ts'
import { itemSaid, itemWithVersions, sayItem, sayItemWithVersions } from './item-said.ts'
import { type ItemFilter, itemById, itemsAfter, versionsOfItem } from './items-after.ts'

const place = z.tuple([z.iso.date(), idGiven])

/** What the list of intelligence and its file are filtered by. */
export const itemFilter = {
  service: idGiven.optional().describe('Of one service.'),
  kind: z.enum(intelligenceKinds).optional(),
  reference: textGiven(40).optional().describe('With this reference in another system.'),
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

export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/intelligence',
    scope: 'intelligence:read',
    does: 'List intelligence',
    says: 'Newest first, by the day on which it happened.',
    query: z.strictObject({ ...itemFilter, ...paging }),
    answer: pageOf(itemSaid),
    reads: 'intelligence',
    handle: async (asking) => {
      const { limit, after, ...query } = asking.query
      const rows = await itemsAfter(filterOf(asking, query), placeOf(after, place), limit + 1)
      return paged(
        rows,
        limit,
        ({ occurred, id }) => [occurred, id],
        (row) => sayItem(asking, row),
      )
    },
  }),
  operation({
    method: 'GET',
    path: '/intelligence/:item',
    scope: 'intelligence:read',
    does: 'Show an item with its versions',
    answer: itemWithVersions,
    reads: 'intelligence',
    handle: async (asking) => {
      const id = asking.id('item')
      const row = await itemById(id, asking.token.kinds)
      if (row === undefined) throw fault('not-found', { what: 'intelligence', id })
      return sayItemWithVersions(asking, row, await versionsOfItem(id))
    },
  }),
  ...writeOperations,
]
