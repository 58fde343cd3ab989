import { type Day, dayOf, endOf, type Instant, plusDays, plusMilliseconds } from '../kit/days.ts'
import type { Cause, RuleSettings } from './rule.ts'

const hour = 60 * 60 * 1000

/** Until when something is to be done, and from which moment on it is overdue. */
export type Due = { readonly due: Day | null; readonly overdueFrom: Instant | null }

/**
 * Returns until when a cause is to be dealt with: by its own date, else so many days after it began. It is overdue
 * after that day, or where the policy counts hours, after so many of them, weekends and nights included (W2.9).
 */
export const dueOf = (cause: Pick<Cause, 'since' | 'due'>, settings: RuleSettings | undefined): Due => {
  const days = settings?.due?.days
  const due = cause.due ?? (days === undefined ? null : plusDays(dayOf(cause.since), days))
  const hours = settings?.overdue?.hours
  if (hours !== undefined) return { due, overdueFrom: plusMilliseconds(cause.since, hours * hour) }
  return { due, overdueFrom: due === null ? null : endOf(due) }
}
