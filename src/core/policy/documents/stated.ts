/**
 * Criteria that read one fact which people state of a service, under the key `risk` of its facts: an amount, a level
 * or a day. The pack names the fact; the engine knows none by name.
 */
import { z } from 'zod'
import { gradeTolerances, shareTolerances } from './tolerances.ts'
import { based, words } from './values.ts'

const keyShape = /^[a-z][A-Za-z0-9]*$/

const key = z
  .string()
  .refine((text) => keyShape.test(text), {
    error: (issue) => `"${issue.input}" is no key of a fact.`,
    params: { next: 'Write letters and digits without a space, the first a small letter: bedsInUse.' },
  })
  .describe('How files of facts call it')

/** A number: how many, or how much. */
export const amount = {
  kind: z.literal('amount'),
  fact: based({
    key,
    whole: z.boolean().describe('true where only whole numbers make sense'),
    one: words.describe('What one of it is called'),
    many: words,
    takenFrom: z
      .literal('contracts')
      .optional()
      .describe(
        'contracts: the yearly value of the contracts in force, in pounds, where nobody states another',
      ),
  }),
  tolerances: shareTolerances,
}

/** One of a few words. */
export const level = {
  kind: z.literal('level'),
  fact: based({ key, grades: z.array(words).min(2).describe('Worst first') }),
  tolerances: gradeTolerances,
}

/** A day, read as the months from it to the evaluation day. */
export const since = {
  kind: z.literal('since'),
  fact: based({ key }),
  tolerances: shareTolerances.describe('In whole months'),
}
