import { z } from 'zod'
import { idGiven, paging } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { finishWork } from './commands.ts'
import { workAfter } from './work-after.ts'

const place = z.tuple([z.iso.datetime(), idGiven])

const workSaid = z
  .object({
    id: z.guid(),
    kind: z.string(),
    because: z.string().describe('Why it is there, in words.'),
    due: z.iso.date().nullable(),
    service: z.guid(),
    serviceName: z.string(),
    person: z.string().nullable().describe('Whose it is; null where it is everyone’s.'),
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'Work', description: 'Something that somebody of the council must do.' })

export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/work',
    scope: 'work:read',
    does: 'List open work',
    says: 'Of all people of the council, in the order in which it came.',
    query: z.strictObject(paging),
    answer: pageOf(workSaid),
    handle: async ({ query: { limit, after } }) =>
      paged(
        await workAfter(placeOf(after, place), limit + 1),
        limit,
        ({ recordedAt, id }) => [recordedAt, id],
        (row) => row,
      ),
  }),
  operation({
    method: 'POST',
    path: '/work/:work/done',
    scope: 'work:write',
    does: 'Mark work as done',
    says: 'Done twice is done.',
    answer: z.object({ id: z.guid() }),
    audit: 'work.done',
    like: ['POST /tasks/:work/done'],
    handle: async ({ id }) => {
      await finishWork(id('work'))
      return { id: id('work') }
    },
  }),
]
