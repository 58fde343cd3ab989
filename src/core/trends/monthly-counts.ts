/** How many items of intelligence happened in each calendar month. Only whole months that were collected count. */
import type { IntelligenceItem } from '../intelligence/item.ts'
import { type Day, firstOfMonth, plusDays, plusMonths } from '../kit/days.ts'

/** One calendar month, by its first and last day, and how many items happened in it. */
export type MonthlyCount = { readonly from: Day; readonly to: Day; readonly count: number }

/** Which months to count. `collectedFrom`: before it, silence is unknown, not nought (WA2). */
export type Counted = {
  readonly items: readonly Pick<IntelligenceItem, 'occurred'>[]
  readonly collectedFrom: Day
  readonly asAt: Day
  /** At most this many months, the latest ones. */
  readonly months: number
}

/** The first month that begins on a day or after it. */
const firstWhole = (from: Day): Day => {
  const first = firstOfMonth(from)
  return first === from ? first : plusMonths(first, 1)
}

/** Returns the whole months up to the last one that has ended, oldest first. A month that still runs is no month yet. */
export const monthlyCounts = ({ items, collectedFrom, asAt, months }: Counted): readonly MonthlyCount[] => {
  // The day on which a month ends is over when it is asked about as the last known one.
  const running = firstOfMonth(plusDays(asAt, 1))
  const earliest = plusMonths(running, -months)
  const first = firstWhole(collectedFrom)
  const counted: MonthlyCount[] = []
  for (let from = first > earliest ? first : earliest; from < running; from = plusMonths(from, 1)) {
    const next = plusMonths(from, 1)
    counted.push({
      from,
      to: plusDays(next, -1),
      count: items.filter(({ occurred }) => occurred >= from && occurred < next).length,
    })
  }
  return counted
}
