import { z } from 'zod'
import { based, id, whole, words } from './values.ts'

const reason = based({ id, text: words.describe('A statement that a person ticks, word for word') })

const level = based({
  id,
  number: whole,
  name: words,
  reasons: z.array(reason).min(1),
  urgent: based({ text: words }).optional().describe('What must happen at once, where this level is given'),
})

const judgement = based({
  id,
  name: words,
  givenBy: based({ text: words }),
  givenAt: based({ activities: z.array(id).min(1) }),
  mayBeGivenAt: based({ activities: z.array(id).min(1) }).optional(),
  sharedWith: z.array(based({ who: words })),
  levels: z.array(level).min(2).describe("In the policy's order"),
})

/** `judgements.yaml`: ratings that a person gives, with the definitions at hand. Nothing computes or suggests them. */
export const judgementsDocument = z.strictObject({ judgements: z.array(judgement).min(1) })

export type JudgementsDocument = z.output<typeof judgementsDocument>
