import { z } from 'zod'
import { intelligenceKinds, outcomes } from '../../intelligence/kinds.ts'
import { amount, level, since } from './stated.ts'
import { gradeTolerances, shareTolerances } from './tolerances.ts'
import { based, id, whole, words } from './values.ts'

const kind = z.enum(intelligenceKinds)

const common = {
  id,
  name: words.describe("The criterion as the policy's table names it"),
  source: words,
  appliesTo: based({
    serviceTypes: z.union([z.literal('all'), z.array(id)], {
      error: 'It is neither all nor a list of service types.',
    }),
  }),
  knownBy: based({ who: words, what: words }).describe('Who can make an unknown known, and by what'),
}

const counting = {
  window: id.describe('The id of a window'),
  tolerances: shareTolerances,
  overlap: based({ propose: z.enum(['worse', 'better']) })
    .optional()
    .describe('Needed only where two cells share a figure'),
}

const condition = z.strictObject({
  part: z.enum(['any', 'deciding']).describe('Any known part, or any known deciding part'),
  below: words.describe('A grade of the scheme'),
})

const overlapRule = based({
  grade: words,
  noPartKnown: id.describe('The band to propose where no part is known'),
  proposes: z
    .array(z.strictObject({ band: id, ifAnyOf: z.array(condition).optional() }))
    .describe('The first whose condition holds; the last has none'),
})

const rating = z.strictObject({
  ...common,
  kind: z.literal('rating'),
  scheme: id,
  deciding: based({ parts: z.array(words) }),
  tolerances: gradeTolerances,
  overlaps: z.array(overlapRule),
})

const rate = z.strictObject({
  ...common,
  ...counting,
  kind: z.literal('rate'),
  counts: based({ kinds: z.array(kind).min(1), one: words, many: words }),
})

const proportion = z.strictObject({
  ...common,
  ...counting,
  kind: z.literal('proportion'),
  counts: based({ kinds: z.array(kind).min(1), one: words, many: words }),
  among: based({ progressed: z.literal(true) })
    .optional()
    .describe('Which of the cases that ended the share is of; left out: all of them'),
  met: based({ outcomes: z.array(z.enum(outcomes)).min(1), progressed: z.boolean(), words }),
})

const points = z.strictObject({
  ...common,
  ...counting,
  kind: z.literal('points'),
  points: z.array(based({ kind, each: whole })).min(1),
  called: based({ one: words, many: words })
    .optional()
    .describe('What one of the sum is called; left out: a point'),
})

/** One row of the policy's table. */
export const criterion = z.discriminatedUnion('kind', [
  rating,
  rate,
  proportion,
  points,
  z.strictObject({ ...common, ...amount }),
  z.strictObject({ ...common, ...level }),
  z.strictObject({ ...common, ...since }),
])

export type CriterionDocument = z.output<typeof criterion>
