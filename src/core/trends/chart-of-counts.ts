import type { MonthlyCount } from './monthly-counts.ts'
import { type ProcessLimits, processLimits } from './process-limits.ts'
import { type SpecialCause, specialCausesOf } from './special-cause.ts'

/** A month with what the rules say of it. */
export type ChartedMonth = MonthlyCount & { readonly special: readonly SpecialCause[] }

/**
 * Monthly counts as an XmR chart, or as counts only with the reason: limits of too few months or of counts that are
 * nearly all nought would mislead.
 */
export type ChartOfCounts =
  | { readonly kind: 'limits'; readonly limits: ProcessLimits; readonly months: readonly ChartedMonth[] }
  | {
      readonly kind: 'counts-only'
      readonly why: 'few-months' | 'small-counts'
      readonly months: readonly ChartedMonth[]
    }

/** Fewer months give limits that still move a lot. Source: Making Data Count; NHSRplotthedots warns below 13. */
export const fewestMonths = 13

/** Source: D. J. Wheeler, Making Sense of Data: counts need an average above one for an XmR chart. */
export const smallestMean = 1

/** Returns the chart of monthly counts. A count is never below nought, and neither is its lower limit. */
export const chartOfCounts = (months: readonly MonthlyCount[]): ChartOfCounts => {
  const values = months.map(({ count }) => count)
  const plain = months.map((month) => ({ ...month, special: [] }))
  if (months.length < fewestMonths) return { kind: 'counts-only', why: 'few-months', months: plain }
  const limits = processLimits(values)
  if (limits.mean < smallestMean) return { kind: 'counts-only', why: 'small-counts', months: plain }
  const special = specialCausesOf({ values, limits })
  return {
    kind: 'limits',
    limits: { ...limits, lower: Math.max(0, limits.lower), nearLower: Math.max(0, limits.nearLower) },
    months: months.map((month, index) => ({ ...month, special: special[index] ?? [] })),
  }
}
