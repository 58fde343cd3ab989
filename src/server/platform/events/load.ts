import type { Instant } from '../../../core/kit/days.ts'
import { db } from '../database/unit-of-work.ts'
import type { Event } from './event.ts'

/** Returns an event with its payload. Throws where it is not there or its payload was erased. */
export const loadEvent = async (id: number): Promise<Event> => {
  const row = await db()
    .selectFrom('event')
    .innerJoin('event_payload', 'event_payload.event_id', 'event.id')
    .selectAll('event')
    .select('payload')
    .where('event.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Error(`Event ${id} is not there, or its payload was erased`)
  // Written by emit(), whose types tie kind and payload together.
  return {
    id: row.id,
    kind: row.kind,
    authority: row.authority_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    recordedAt: row.recorded_at as Instant,
    payload: JSON.parse(row.payload),
  } as Event
}
