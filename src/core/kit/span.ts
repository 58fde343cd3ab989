import type { Day } from './days.ts'
import { counted, listed } from './words.ts'

/** Returns how long it is from one day to a later one, in words: `12 days`, `2 years and 9 months`. */
export const spanInWords = (from: Day, to: Day): string => {
  const { years, months, days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'year' })
  const long = [
    ...(years > 0 ? [counted(years, 'year', 'years')] : []),
    ...(months > 0 ? [counted(months, 'month', 'months')] : []),
  ]
  return long.length > 0 ? listed(long) : counted(days, 'day', 'days')
}
