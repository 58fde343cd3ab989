import { sql } from 'kysely'
import type { Told } from '../told.ts'
import { toldEvents, toldOf } from '../told-events.ts'

/** How many events a page of history or audit shows. */
export const perPage = 50

/**
 * Returns the events of a record, newest first: its own, and those of what belongs to it. `before` is the number of
 * the last event of the page before.
 */
export const historyOf = async (
  kind: string,
  id: string,
  before: number | null,
): Promise<readonly Told[]> => {
  const rows = await toldEvents()
    .where(
      sql<boolean>`e.id in (
        select id from event_now where subject_kind = ${kind} and subject_id = ${id}
        union all
        select event_id from event_subject_now where subject_kind = ${kind} and subject_id = ${id})`,
    )
    .$if(before !== null, (query) => query.where('e.id', '<', before))
    .limit(perPage + 1)
    .execute()
  return rows.map(toldOf)
}
