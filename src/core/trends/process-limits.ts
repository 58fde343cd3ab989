/** The average and the limits of an XmR chart, as NHS England's *Making Data Count* draws it. */

/**
 * What a series of months does when nothing special happens: most values lie between the limits. The near limits lie at
 * two thirds of the way to them.
 */
export type ProcessLimits = {
  readonly mean: number
  readonly lower: number
  readonly upper: number
  readonly nearLower: number
  readonly nearUpper: number
}

/** Three sigma by the moving range of two values: 3 / 1.128. Source: W. A. Shewhart; D. J. Wheeler, Understanding Variation. */
const threeSigma = 2.66

/** A moving range above this many average ranges is not of the process: it is left out of the average once. */
const rangeLimit = 3.267

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const movingRanges = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)))

/**
 * Returns the limits of a series (at least one value). The average moving range leaves out ranges beyond its own limit,
 * so that one leap does not widen the limits behind which it would then hide.
 * Source: Making Data Count, as calculated by NHSRplotthedots 0.2 (NHS-R Community).
 */
export const processLimits = (values: readonly number[]): ProcessLimits => {
  const mean = average(values)
  const ranges = movingRanges(values)
  const widest = rangeLimit * average(ranges)
  // Where all ranges are nought there is nothing to leave out, and none is below nought.
  const range = average(widest === 0 ? ranges : ranges.filter((each) => each < widest))
  const reach = threeSigma * range
  return {
    mean,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - (2 / 3) * reach,
    nearUpper: mean + (2 / 3) * reach,
  }
}
