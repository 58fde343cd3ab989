import { z } from 'zod'
import { day, words } from './values.ts'

const state = z.enum(['known', 'unknown', 'not-applicable'])
const names = z.array(z.string())

const criterion = z
  .strictObject({
    state,
    value: z.union([z.number(), z.string()]).nullable(),
    points: z.number().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    permits: names,
    proposes: z.string().nullable(),
    confidence: z.enum(['ok', 'low']).nullable(),
    window: z.strictObject({ after: day, to: day }).nullable(),
  })
  .partial()

const overall = z
  .strictObject({
    band: z.string().nullable(),
    state,
    decidedBy: names,
    known: z.number(),
    missing: names,
    points: z.number().nullable(),
  })
  .partial()

/** `cases/*.yaml`: one service, worked by hand. What is expected may be as little as one value. */
export const caseDocument = z.strictObject({
  name: words,
  about: words.describe('The paragraphs that it shows'),
  workings: words.describe('The sum as a person would do it on paper'),
  asAt: day,
  service: z.record(z.string(), z.unknown()).describe('As in a file of facts'),
  expect: z.strictObject({
    overall: overall.optional(),
    criteria: z.record(z.string(), criterion).optional(),
  }),
})

export type CaseDocument = z.output<typeof caseDocument>
