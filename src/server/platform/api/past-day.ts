import { type Day, dayOf, plusDays } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { now } from '../database/unit-of-work.ts'

/**
 * Returns the past day that was asked for (`as-at`), or null for now. Throws `as-at-invalid` for a day that has not
 * ended: what will have been known at its end is not known.
 */
export const pastDay = (given: Day | undefined): Day | null => {
  if (given === undefined) return null
  const today = dayOf(now())
  if (given >= today) throw fault('as-at-invalid', { value: given, example: plusDays(today, -1) })
  return given
}
