import { z } from 'zod'
import { intelligenceKinds } from '../../intelligence/kinds.ts'
import { bandColours } from '../band.ts'
import { criterion } from './criterion.ts'
import { shareTolerances } from './tolerances.ts'
import { based, id, quantity, whole, words } from './values.ts'

const scheme = based({
  id,
  name: words,
  part: words.describe('What one part is called: key question, standard'),
  grades: z.array(words).min(2).describe('Worst first'),
  aliases: z.array(based({ name: words, means: words })),
  notRated: based({ grades: z.array(z.string()) }).describe('What means that there is no grade'),
  parts: z.array(words),
})

const leastKnown = based({ criteria: whole })

const overall = z.discriminatedUnion('kind', [
  based({ kind: z.literal('worst'), leastKnown }),
  based({
    kind: z.literal('points'),
    leastKnown,
    points: z.record(z.string(), whole),
    tolerances: shareTolerances,
  }),
  based({ kind: z.literal('at-least-n'), leastKnown, needs: z.record(z.string(), whole) }),
])

/** `rating.yaml`: criteria, tolerances, windows, and how the overall is made. */
export const ratingDocument = z.strictObject({
  bands: z
    .array(based({ id, name: words, colour: z.enum(bandColours).optional() }))
    .min(2)
    .describe('Worst first'),
  schemes: z.array(scheme),
  windows: z.array(
    based({
      id,
      months: whole.refine((months) => months > 0, {
        error: 'A window is at least one month.',
        params: { next: 'Write 1 or more.' },
      }),
    }),
  ),
  criteria: z.array(criterion).min(1),
  overall,
  confidence: z.strictObject({
    hangsOn: based({ cases: whole }),
    olderThan: based({ years: whole }),
    interval: based({ level: quantity }),
  }),
  shownNotScored: z.array(based({ kind: z.enum(intelligenceKinds) })),
})

export type RatingDocument = z.output<typeof ratingDocument>
