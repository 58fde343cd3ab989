import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { councilZone } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db, now } from '../database/unit-of-work.ts'
import type { Closed, Disposable } from '../disposable.ts'

const dayOfEvent = sql`(event.recorded_at at time zone ${sql.lit(councilZone)})::date`

/** Events of an authority that are not about a service under a legal hold. What tells of disposals itself stays. */
const free = (authority: string, held: readonly string[]): RawBuilder<unknown> => sql`
  event.authority_id = ${authority} and event.kind not like 'retention.%'
  and not (event.subject_kind = 'service' and event.subject_id = any(${held}::text[]))
  and not exists (select from event_subject where event_subject.event_id = event.id
    and event_subject.subject_kind = 'service' and event_subject.subject_id = any(${held}::text[]))`

type Part = { readonly table: 'event_payload' | 'event_origin'; readonly what: 'payload' | 'origin' }

const closedDays =
  ({ table }: Part, label: string): Disposable['closed'] =>
  async ({ authority, until, heldServices }) => {
    const { rows } = await sql<{ day: Day; records: number }>`
      select ${dayOfEvent} as day, count(*)::int as records
      from event join ${sql.table(table)} as part on part.event_id = event.id
      where ${free(authority, heldServices)} and ${dayOfEvent} <= ${until} group by 1 order by 1`.execute(
      db(),
    )
    return rows.map(
      ({ day, records }): Closed => ({
        id: day,
        closedOn: day,
        service: null,
        label: `${label} of ${dayInWords(day)}`,
        records,
      }),
    )
  }

/** Erases, and leaves a note for whoever verifies the trail: under which certificate. */
const eraseDays =
  ({ table, what }: Part): Disposable['erase'] =>
  async ({ authority, ids, certificate, heldServices }) => {
    const { rows } = await sql<{ event_id: number }>`
      with gone as (delete from ${sql.table(table)} as part using event
        where event.id = part.event_id and ${free(authority, heldServices)}
          and ${dayOfEvent} = any(${ids}::date[]) returning part.event_id)
      insert into event_erasure (event_id, what, certificate_id, erased_at)
      select event_id, ${what}, ${certificate}, ${now()} from gone returning event_id`.execute(db())
    return rows.length
  }

const payload: Part = { table: 'event_payload', what: 'payload' }
const origin: Part = { table: 'event_origin', what: 'origin' }

/** What events say, and where they came from: erased by the day. The event stays, and its seal holds. */
export const disposables: readonly Disposable[] = [
  { kind: 'event-payloads', closed: closedDays(payload, 'Details'), erase: eraseDays(payload) },
  { kind: 'event-origins', closed: closedDays(origin, 'Addresses'), erase: eraseDays(origin) },
]
