import { z } from 'zod'
import type { Asking } from '../platform/api/asking.ts'
import { idGiven, paging } from '../platform/api/given.ts'
import { type Operation, operation, type Said } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { documentOperations } from './document-api.ts'
import { type DecisionInList, decisionsAfter } from './queries/decisions-after.ts'

const decisionSaid = z
  .object({
    id: z.guid(),
    service: z.guid(),
    serviceName: z.string(),
    session: z.guid().describe('The session at which it was decided.'),
    band: z.string().describe('The band that was decided, by its id in the policy.'),
    before: z.string().nullable().describe('The band that stood before.'),
    proposed: z.string().nullable().describe('The band that was proposed then.'),
    departure: z.string().describe('How it differs from what was proposed, if it does.'),
    note: z.string().nullable().describe('Why it differs.'),
    decidedOn: z.iso.date(),
    inBandSince: z.iso.date(),
    deciders: z.array(z.string()).describe('Who decided, by name.'),
    outcome: z
      .string()
      .nullable()
      .describe('What the meeting that confirms said; null where it has not met since.'),
    recordedAt: z.iso.datetime(),
    supersededAt: z.iso.datetime().nullable().describe('Null for the one that stands now.'),
  })
  .partial()
  .required({ id: true })
  .meta({ id: 'Decision', description: 'A rating that people decided.' })

/** Returns a decision as the token that asks may see it: all of it, or nothing but its id. */
const say = (asking: Asking, row: DecisionInList): Said<z.input<typeof decisionSaid>> => {
  const { authority, ...whole } = row
  const { decided } = asking.seen('rating', { decided: whole }, { authority, service: row.service })
  return { ...decided, id: row.id }
}

const place = z.tuple([z.iso.datetime(), idGiven])

/** What people decided: read only. Deciding and confirming stay with people. */
export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/decisions',
    scope: 'ratings:read',
    does: 'List ratings that people decided',
    says: 'Newest first. With `standing=yes` only the one that stands for each service.',
    query: z.strictObject({
      service: idGiven.optional(),
      session: idGiven.optional(),
      standing: z.literal('yes').optional(),
      ...paging,
    }),
    answer: pageOf(decisionSaid),
    handle: async (asking) => {
      const { limit, after, service = null, session = null, standing } = asking.query
      const filter = { service, session, standing: standing === 'yes' }
      return paged(
        await decisionsAfter(filter, placeOf(after, place), limit + 1),
        limit,
        ({ recordedAt, id }) => [recordedAt, id],
        (row) => say(asking, row),
      )
    },
  }),
  ...documentOperations,
]
