import { type Day, plusDays, plusMonths } from '../kit/days.ts'
import { counted } from '../kit/words.ts'
import type { Span } from '../policy/documents/monitoring.ts'

export type { Span } from '../policy/documents/monitoring.ts'

const daysOfYear = 365.2425
const monthsOfYear = 12

/** Returns how many days a span has on the whole: to tell the longer of two, never to reckon a date. */
const roughly = (span: Span): number =>
  'months' in span ? (span.months * daysOfYear) / monthsOfYear : span.days

/** Whether a span gives at most as much time as another. */
export const isAtMost = (span: Span, other: Span): boolean => roughly(span) <= roughly(other)

/** Returns the day on which a span that begins on a day is over. */
export const spanAfter = (from: Day, span: Span): Day =>
  'months' in span ? plusMonths(from, span.months) : plusDays(from, span.days)

/** Returns a span in words: `3 months`, `14 days`. */
export const spanInWords = (span: Span): string =>
  'months' in span ? counted(span.months, 'month', 'months') : counted(span.days, 'day', 'days')
