import { type Day, dayOf } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** What was decided of a service last. */
export type LastDecision = {
  readonly band: string
  readonly decidedOn: Day
  readonly since: Day
  readonly recordedOn: Day
}

/** Returns what was decided of a service last, or null. */
export const lastDecision = async (service: string): Promise<LastDecision | null> => {
  const row = await db()
    .selectFrom('rating_decision_now')
    .where('service_id', '=', service)
    .select(['band', 'decided_on', 'in_band_since', 'recorded_at'])
    .executeTakeFirst()
  if (!row) return null
  return {
    band: row.band,
    decidedOn: row.decided_on,
    since: row.in_band_since,
    recordedOn: dayOf(row.recorded_at),
  }
}
