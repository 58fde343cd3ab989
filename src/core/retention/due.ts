import { type Day, minusMonths, minusYears, plusDays, plusMonths, plusYears } from '../kit/days.ts'
import { counted } from '../kit/words.ts'

/** How long after it was closed a record is kept. Exactly one of the three. */
export type Period = { readonly years: number } | { readonly months: number } | { readonly days: number }

/** A record, or a day's records together, as disposal looks at it. */
export type ClosedRecord = {
  readonly id: string
  readonly closedOn: Day
  /** The service that it is about, if it is about one. */
  readonly service: string | null
}

/** What may not be disposed of: a record by its kind and id, or everything of a service. */
export type Hold = { readonly kind: string; readonly id: string }

/** Returns the last day on which a record is kept. */
export const keptUntil = (closedOn: Day, period: Period): Day => {
  if ('years' in period) return plusYears(closedOn, period.years)
  return 'months' in period ? plusMonths(closedOn, period.months) : plusDays(closedOn, period.days)
}

/** Returns a day after which no record can have been closed that is due on a day: what to look for at most. */
export const closedAtMost = (period: Period, on: Day): Day => {
  if ('years' in period) return minusYears(on, period.years)
  return 'months' in period ? minusMonths(on, period.months) : plusDays(on, -period.days)
}

/** Whether a hold stands on a record: its own, or one on its service. */
export const isHeld = (record: ClosedRecord, kind: string, holds: readonly Hold[]): boolean =>
  holds.some(
    (hold) =>
      (hold.kind === kind && hold.id === record.id) ||
      (hold.kind === 'service' && hold.id === record.service),
  )

/** Returns the records that are due on a day: their period is over, and no hold stands on them. */
export const dueOn = <Found extends ClosedRecord>(
  records: readonly Found[],
  rule: { readonly kind: string; readonly period: Period },
  holds: readonly Hold[],
  on: Day,
): readonly Found[] =>
  records.filter(
    (record) => keptUntil(record.closedOn, rule.period) < on && !isHeld(record, rule.kind, holds),
  )

/** Returns a period in words: `6 years`. */
export const periodInWords = (period: Period): string => {
  if ('years' in period) return counted(period.years, 'year', 'years')
  return 'months' in period ? counted(period.months, 'month', 'months') : counted(period.days, 'day', 'days')
}
