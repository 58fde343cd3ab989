import { z } from 'zod'
import type { Break } from './breaks.ts'

/**
 * The heads of all chains at a moment, kept where nobody can change them who can change the database. Without one,
 * who takes the last events out, or makes the whole chain anew, leaves a chain that is whole.
 */
export const anchorDocument = z.strictObject({
  format: z.literal('plumbline-audit-head/1'),
  takenAt: z.string(),
  chains: z.array(
    z.strictObject({
      chain: z.string(),
      position: z.number().int().min(1),
      event: z.number().int(),
      link: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})

export type Anchor = z.output<typeof anchorDocument>

/** Returns where a chain differs from the anchor. `linkAt` is the chain's link at the anchor's position, null where it ends before. */
export const againstAnchor = (head: Anchor['chains'][number], linkAt: string | null): Break | null => {
  if (linkAt === head.link) return null
  return {
    wrong: linkAt === null ? 'shortened' : 'rewritten',
    chain: head.chain,
    position: head.position,
    event: head.event,
  }
}
