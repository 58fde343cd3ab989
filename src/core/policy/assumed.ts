/** The reasons given where a policy is silent, each with a number, so that a value can name its reason in a word. */
import { type BasedValue, basedValues } from './based-values.ts'
import type { Policy } from './policy.ts'

/** One reason, and every value that rests on it. */
export type AssumedReason = {
  readonly number: number
  readonly why: string
  readonly values: readonly Pick<BasedValue, 'place' | 'about'>[]
}

/** Returns the reasons of a policy's values, numbered after the assumptions that the pack makes once for all. */
export const assumedReasons = (documents: Policy['documents']): readonly AssumedReason[] => {
  const assumed = basedValues(documents).flatMap(({ place, about, basis }) =>
    'assumption' in basis ? [{ place, about, why: basis.assumption }] : [],
  )
  return [...Map.groupBy(assumed, ({ why }) => why)].map(([why, values], index) => ({
    number: documents.pack.assumptions.length + index + 1,
    why,
    values: values.map(({ place, about }) => ({ place, about })),
  }))
}
