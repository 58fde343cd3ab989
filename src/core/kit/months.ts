import type { Day } from './days.ts'
import type { Fraction } from './exact.ts'

/**
 * Returns the calendar months from a day to a later one, exact enough to compare with whole months: a whole number
 * where the day is exactly so many months before (clamped to the month's end, as windows are), else halfway between two.
 */
export const monthsSince = (from: Day, to: Day): Fraction => {
  // From the later day backwards: forwards, 31 January to 28 February would be less than a month.
  const { months, days } = Temporal.PlainDate.from(to).until(from, { largestUnit: 'month' })
  return { numerator: 2 * -months + (days === 0 ? 0 : 1), denominator: 2 }
}
