/**
 * The rules by which a value of an XmR chart is more than chance. Source: NHS England, Making Data Count, in the form in
 * which NHSRplotthedots 0.2 tests them.
 */
import type { ProcessLimits } from './process-limits.ts'

/** How many values in a row make a shift, and how many a trend. */
const run = 7

type Series = { readonly values: readonly number[]; readonly limits: ProcessLimits }

/** Returns for each value whether it is part of what the rule looks for. */
type Finds = (series: Series) => readonly boolean[]

/** Marks every member of each stretch of some length for which a condition holds. */
const inStretches = (
  count: number,
  length: number,
  holds: (start: number) => boolean,
): readonly boolean[] => {
  const marked = Array.from({ length: count }, () => false)
  for (let start = 0; start + length <= count; start += 1)
    if (holds(start)) marked.fill(true, start, start + length)
  return marked
}

const signsAgainstMean = ({ values, limits }: Series): readonly number[] =>
  values.map((value) => Math.sign(value - limits.mean))

const allSame = (signs: readonly number[]): boolean =>
  signs[0] !== 0 && signs.every((sign) => sign === signs[0])

const outside: Finds = ({ values, limits }) =>
  values.map((value) => value > limits.upper || value < limits.lower)

const shift: Finds = (series) => {
  const signs = signsAgainstMean(series)
  return inStretches(signs.length, run, (start) => allSame(signs.slice(start, start + run)))
}

const trend: Finds = ({ values }) => {
  const steps = values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? value)))
  return inStretches(values.length, run, (start) => allSame(steps.slice(start, start + run - 1)))
}

/** Two of three in a row near the same limit: those two are marked, not the third between them. */
const nearLimit: Finds = (series) => {
  const { values, limits } = series
  const signs = signsAgainstMean(series)
  const near = values.map(
    (value) =>
      (value > limits.nearUpper && value <= limits.upper) ||
      (value < limits.nearLower && value >= limits.lower),
  )
  const found = inStretches(
    values.length,
    3,
    (start) =>
      near.slice(start, start + 3).filter(Boolean).length >= 2 && allSame(signs.slice(start, start + 3)),
  )
  return found.map((each, index) => each && near[index] === true)
}

/** The four rules, in the order in which they are told. */
export const specialCauses = [
  { id: 'outside', name: 'outside the limits', finds: outside },
  { id: 'shift', name: `part of ${run} or more in a row on one side of the average`, finds: shift },
  { id: 'trend', name: `part of ${run} or more in a row that rise or fall`, finds: trend },
  { id: 'near-limit', name: 'one of two in three near the same limit', finds: nearLimit },
] as const satisfies readonly { readonly id: string; readonly name: string; readonly finds: Finds }[]

export type SpecialCause = (typeof specialCauses)[number]['id']

/** Returns for each value the rules that it is part of: none where it is chance. */
export const specialCausesOf = (series: Series): readonly (readonly SpecialCause[])[] => {
  const found = specialCauses.map(({ id, finds }) => ({ id, marks: finds(series) }))
  return series.values.map((_, index) => found.filter(({ marks }) => marks[index]).map(({ id }) => id))
}
