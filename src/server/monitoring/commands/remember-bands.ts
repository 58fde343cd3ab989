import { sql } from 'kysely'
import { db, now } from '../../platform/database/unit-of-work.ts'
import type { Event } from '../../platform/events/event.ts'

/** Remembers into which bands services came. What was decided again changes nothing. */
export const rememberBands = async ({ id, authority, payload }: Event<'rating.decided'>): Promise<void> => {
  if (authority === null) return
  await sql`insert into monitored_band (authority_id, service_id, band, since, recorded_at, event_id)
    select ${authority}, decided.id, decided.band, decided."inBandSince", ${now()}, ${id}
    from jsonb_to_recordset(${JSON.stringify(payload.services)}::jsonb)
      as decided (id uuid, band text, "inBandSince" date)
    where decided.band is distinct from (
      select band from monitored_band last
      where last.authority_id = ${authority} and last.service_id = decided.id order by last.id desc limit 1)`.execute(
    db(),
  )
}
