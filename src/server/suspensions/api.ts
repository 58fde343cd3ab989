import { z } from 'zod'
import { idGiven, paging } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { writeOperations } from './api-writes.ts'
import { suspensionById, suspensionsAfter } from './queries.ts'
import { saySuspension, suspensionSaid } from './suspension-said.ts'

const place = z.tuple([z.iso.date(), idGiven])

const opens = { yes: true, no: false } as const

export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/suspensions',
    scope: 'suspensions:read',
    does: 'List suspensions of new placements',
    says: 'The latest first, by the day from which they hold.',
    query: z.strictObject({
      service: idGiven.optional(),
      open: z
        .enum(['yes', 'no'])
        .optional()
        .describe('`yes` for those that nobody has lifted, `no` for the others.'),
      ...paging,
    }),
    answer: pageOf(suspensionSaid),
    handle: async (asking) => {
      const { limit, after, service = null, open } = asking.query
      const filter = { service, open: open === undefined ? null : opens[open] }
      const rows = await suspensionsAfter(filter, placeOf(after, place), limit + 1)
      return paged(
        rows,
        limit,
        ({ starts, id }) => [starts, id],
        (row) => saySuspension(asking, row),
      )
    },
  }),
  operation({
    method: 'GET',
    path: '/suspensions/:suspension',
    scope: 'suspensions:read',
    does: 'Show a suspension',
    answer: suspensionSaid,
    handle: async (asking) => saySuspension(asking, await suspensionById(asking.id('suspension'))),
  }),
  ...writeOperations,
]
