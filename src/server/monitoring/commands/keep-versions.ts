import { sql } from 'kysely'
import { db, now } from '../../platform/database/unit-of-work.ts'

/**
 * Keeps the present state of activities as their newest versions, under the event that explains them: two statements.
 * The table has another name here, because `activity` alone is its column of that name.
 */
export const keepVersions = async (ids: readonly string[], event: number): Promise<void> => {
  if (ids.length === 0) return
  await sql`update activity_version set superseded_at = ${now()}
    where activity_id = any(${[...ids]}::uuid[]) and superseded_at is null`.execute(db())
  await sql`insert into activity_version (activity_id, version, authority_id, valid, recorded_at, event_id)
    select planned.id, planned.version, planned.authority_id,
      to_jsonb(planned) || (to_jsonb(record) - 'activity_id'), ${now()}, ${event}
    from activity planned join activity_record record on record.activity_id = planned.id
    where planned.id = any(${[...ids]}::uuid[])`.execute(db())
}
