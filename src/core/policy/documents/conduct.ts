/** How an activity is carried out, where the policy says: who attends, where, what about, and what is written. */
import { z } from 'zod'
import { based, id, whole, words } from './values.ts'

const item = based({ id, name: words })

/** The conduct of one activity. Agenda and places stand in the policy's order. */
export const conduct = z.strictObject({
  attends: z.array(
    based({
      role: id,
      only: z
        .enum(['cqc-registered', 'not-cqc-registered'])
        .optional()
        .describe('Where it depends on registration'),
    }),
  ),
  mayAttend: z.array(based({ role: id })),
  places: z.array(item).describe('The first that is possible'),
  agenda: z.array(item),
  checks: z.array(based({ id, name: words, does: words })),
  record: based({ within: z.strictObject({ workingDays: whole }), holds: words }).optional(),
})
