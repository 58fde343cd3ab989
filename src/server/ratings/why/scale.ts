/** Where a criterion's figures stand on a chart: the policy's bands for shares and points, the grades for a rating. */
import type { Criterion, ShareTolerance } from '../../../core/policy/policy.ts'
import { toleranceInWords } from '../../../core/ratings/tolerance.ts'
import type { Zone } from '../../../ui/charts/step-chart.ts'

export type Scale = {
  readonly zones: readonly Zone[]
  /** Where a value stands, from 0 at the bottom to 1; null where it has no place. */
  readonly place: (value: string | number | null) => number | null
}

type Edge = ShareTolerance['low']

const at = (edge: Edge): number | null => (edge === null ? null : edge.at.numerator / edge.at.denominator)

/** Half as much again above the last edge, so that the worst band can be seen. */
const roomAbove = 1.5

/** `width` is what one value takes up. Counts are whole: a cell of only 3 reaches up to 4, and 3 stands in its middle. */
const figures = (tolerances: readonly ShareTolerance[], values: readonly number[], width: 0 | 1): Scale => {
  const top = (edge: Edge): number | null => (edge?.inclusive ? (at(edge) ?? 0) + width : at(edge))
  const edges = tolerances.flatMap(({ low, high }) => [at(low), top(high)]).filter((edge) => edge !== null)
  const highest = Math.max(roomAbove * Math.max(0, ...edges), ...values.map((value) => value + width)) || 1
  const zones = tolerances.map((tolerance) => ({
    from: (at(tolerance.low) ?? 0) / highest,
    to: (top(tolerance.high) ?? highest) / highest,
    label: `${tolerance.band.name}: ${toleranceInWords(tolerance).toLowerCase()}`,
    colour: tolerance.band.colour,
  }))
  return { zones, place: (value) => (typeof value === 'number' ? (value + width / 2) / highest : null) }
}

const grades = (all: readonly string[]): Scale => ({
  zones: all.map((label, index) => ({ from: index / all.length, to: (index + 1) / all.length, label })),
  place: (value) => {
    const index = all.indexOf(String(value))
    return index < 0 ? null : (index + 1 / 2) / all.length
  },
})

/** Returns the scale for a criterion and the values that it must hold. */
export const scaleOf = (criterion: Criterion, values: readonly (string | number | null)[]): Scale => {
  if (criterion.kind === 'rating') return grades(criterion.scheme.grades)
  if (criterion.kind === 'level') return grades(criterion.grades)
  const numbers = values.filter((value) => typeof value === 'number')
  return figures(criterion.tolerances, numbers, criterion.kind === 'points' ? 1 : 0)
}
