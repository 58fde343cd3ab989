import { compare, type Fraction } from '../kit/exact.ts'
import { numberInWords } from '../kit/words.ts'
import type { Band } from '../policy/band.ts'
import type { Edge, ShareTolerance } from '../policy/policy.ts'

const aboveLow = (value: Fraction, low: Edge | null): boolean =>
  low === null || compare(value, low.at) > (low.inclusive ? -1 : 0)

const belowHigh = (value: Fraction, high: Edge | null): boolean =>
  high === null || compare(value, high.at) < (high.inclusive ? 1 : 0)

/** Whether a figure lies in a cell. Exact: 50 of 1000 is 5%, and not over it. */
export const within = (tolerance: Pick<ShareTolerance, 'low' | 'high'>, value: Fraction): boolean =>
  aboveLow(value, tolerance.low) && belowHigh(value, tolerance.high)

/** Returns the bands whose cells hold a figure, worst first: one, unless cells overlap. */
export const bandsOf = (tolerances: readonly ShareTolerance[], value: Fraction): readonly Band[] =>
  tolerances.filter((tolerance) => within(tolerance, value)).map(({ band }) => band)

/** Returns the band to propose of those permitted. Throws where there is none, which a checked pack cannot bring about. */
export const proposed = (permitted: readonly Band[], overlap: 'worse' | 'better'): Band => {
  const band = overlap === 'worse' ? permitted[0] : permitted.at(-1)
  if (band === undefined) throw new Error('No band holds the figure: the pack was not checked.')
  return band
}

// As the policy writes it, `2.5%`, with the thousands apart.
const figure = ({ at }: Edge): string => at.text.replace(/^\d+/, (whole) => numberInWords(Number(whole)))

const lowInWords = (low: Edge): string => (low.inclusive ? `${figure(low)} or more` : `Over ${figure(low)}`)
const highInWords = (high: Edge): string =>
  high.inclusive ? `Up to ${figure(high)}` : `Under ${figure(high)}`

/** Returns a cell as the start of a sentence: `Over 5%`, `2% to 5%`, `3` where both ends are the same. */
export const toleranceInWords = ({ low, high }: Pick<ShareTolerance, 'low' | 'high'>): string => {
  if (low === null) return high === null ? 'Any figure' : highInWords(high)
  if (high === null) return lowInWords(low)
  if (low.inclusive && high.inclusive)
    return compare(low.at, high.at) === 0 ? figure(low) : `${figure(low)} to ${figure(high)}`
  return `${lowInWords(low)} and ${highInWords(high).toLowerCase()}`
}
