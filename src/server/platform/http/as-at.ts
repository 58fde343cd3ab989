import { type Day, dayOf, isDay, plusDays } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { now } from '../database/unit-of-work.ts'
import type { Asked } from './asked.ts'

/**
 * Returns the past day that a page is asked for (`?as-at=2026-11-20`), or null for now. Throws `as-at-invalid` for
 * anything but a past day: today has not ended, so what will have been known at its end is not known.
 */
export const asAtOf = (asked: Asked): Day | null => {
  const given = asked.query('as-at')
  if (given === null) return null
  const today = dayOf(now())
  if (!isDay(given) || given >= today)
    throw fault('as-at-invalid', { value: given, example: plusDays(today, -1) })
  return given
}
