import { type Selectable, sql } from 'kysely'
import { type Day, dayOf, endOf } from '../../../core/kit/days.ts'
import type { Database } from '../../platform/database/schema.ts'
import { db } from '../../platform/database/unit-of-work.ts'

type DecisionRow = Selectable<Database['rating_decision_now']>

const decisionsOn = (asAt: Day | null) =>
  (asAt === null
    ? sql<DecisionRow>`rating_decision_now`
    : sql<DecisionRow>`rating_decision_known(${endOf(asAt)})`
  ).as('decision')

/** What was decided of a service last. */
export type LastDecision = {
  readonly band: string
  readonly decidedOn: Day
  readonly since: Day
  readonly recordedOn: Day
}

/** Returns what was decided of a service last, as known now or at the end of a past day; null where nothing was. */
export const lastDecision = async (service: string, asAt: Day | null): Promise<LastDecision | null> => {
  const row = await db()
    .selectFrom(decisionsOn(asAt))
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
