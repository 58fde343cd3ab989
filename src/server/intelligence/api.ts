import { z } from 'zod'
import { fault } from '../../core/kit/problems.ts'
import { idGiven, paging } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { writeOperations } from './api-writes.ts'
import { feeds } from './feeds.ts'
import { filterOf, itemFilter } from './item-filter.ts'
import { itemSaid, itemWithVersions, sayItem, sayItemWithVersions } from './item-said.ts'
import { itemById, itemsAfter, versionsOfItem } from './items-after.ts'
import { feedsOf } from './queries/feeds.ts'

const feedSaid = z
  .object({
    id: z.guid(),
    name: z.string().describe('The feed or form that brings it.'),
    kind: z.string(),
    from: z.iso.date(),
    until: z.iso.date().nullable().describe('Its last day; null while it goes on.'),
    serviceTypes: z.array(z.string()).nullable().describe('Null for every type.'),
    services: z.array(z.string()).nullable().describe('Names of the services; null where none are named.'),
  })
  .meta({ id: 'Collected', description: 'A kind of intelligence of which every case is recorded here.' })

const place = z.tuple([z.iso.date(), idGiven])

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
  operation({
    method: 'GET',
    path: '/collected',
    scope: 'intelligence:read',
    does: 'List what is collected, from when, and of which services',
    says: 'No case counts as none only where its kind is collected. Those that go on come first.',
    answer: z.object({ items: z.array(feedSaid) }),
    handle: async ({ token }) => ({ items: await feedsOf(token.authority) }),
  }),
  ...feeds,
  ...writeOperations,
]
