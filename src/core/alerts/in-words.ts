import { clockTimeOf, type Day, dayOf, daysBetween, type Instant, secondsOf } from '../kit/days.ts'
import { capital, counted, dayInWords } from '../kit/words.ts'

const hour = 60 * 60
const day = 24 * hour

/** A time in words: in hours, and from two days on in days; whole ones, `less than an hour` where there is none. */
const timeInWords = (seconds: number): string => {
  if (seconds >= 2 * day) return counted(Math.floor(seconds / day), 'day', 'days')
  return seconds < hour ? 'less than an hour' : counted(Math.floor(seconds / hour), 'hour', 'hours')
}

/** When something is due: in words, beside the exact day, and whether it is over. */
export type DueInWords = { readonly text: string; readonly overdue: boolean }

/** By the clock, where a policy counts hours: *3 hours left, by 10:42 on 22 November 2026*. */
const byTheClock = (overdueFrom: Instant, now: Instant): DueInWords => {
  const left = secondsOf(overdueFrom) - secondsOf(now)
  const exact = `${clockTimeOf(overdueFrom)} on ${dayInWords(dayOf(overdueFrom))}`
  return left <= 0
    ? { text: `Overdue by ${timeInWords(-left)}, since ${exact}`, overdue: true }
    : { text: `Respond today. ${capital(timeInWords(left))} left, until ${exact}`, overdue: false }
}

/**
 * Returns when something is due in words beside the exact day: *3 days overdue, 18 November 2026*. `urgent` counts by the
 * clock.
 */
export const dueInWords = (
  given: { readonly due: Day | null; readonly overdueFrom: Instant | null; readonly urgency: number },
  now: Instant,
): DueInWords => {
  const { due, overdueFrom, urgency } = given
  if (urgency === 0 && overdueFrom !== null) return byTheClock(overdueFrom, now)
  if (due === null) return { text: 'No date', overdue: false }
  const days = daysBetween(dayOf(now), due)
  if (days === 0) return { text: `Due today, ${dayInWords(due)}`, overdue: false }
  const words = counted(Math.abs(days), 'day', 'days')
  return days < 0
    ? { text: `${words} overdue, ${dayInWords(due)}`, overdue: true }
    : { text: `In ${words}, ${dayInWords(due)}`, overdue: false }
}
