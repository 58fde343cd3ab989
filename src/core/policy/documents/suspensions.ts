import { z } from 'zod'
import { based, id, words } from './values.ts'

const kind = based({
  id,
  name: words.describe('What is suspended, as pages call it: All new placements'),
  publish: based({ is: z.boolean() }).describe('Whether the public register shows a suspension of this kind'),
})

const reason = based({ id, text: words })

/** `suspensions.yaml`: what suspensions of new placements there are, why one begins, and why one is lifted. */
export const suspensionsDocument = z.strictObject({
  kinds: z.array(kind).min(1),
  reasons: z.array(reason).min(1).describe('Why a suspension begins'),
  liftReasons: z.array(reason).min(1).describe('Why a suspension is lifted'),
})

export type SuspensionsDocument = z.output<typeof suspensionsDocument>
