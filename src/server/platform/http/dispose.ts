import { type RawBuilder, sql } from 'kysely'
import { councilZone, type Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db } from '../database/unit-of-work.ts'
import type { Disposable } from '../disposable.ts'

type Log = {
  readonly table: 'access_log' | 'session'
  readonly closes: 'recorded_at' | 'ends_at'
  readonly label: string
  readonly free: (held: readonly string[]) => RawBuilder<unknown>
}

const dayOf = ({ closes }: Log): RawBuilder<unknown> =>
  sql`(${sql.ref(closes)} at time zone ${sql.lit(councilZone)})::date`

const closed =
  (log: Log): Disposable['closed'] =>
  async ({ authority, until, heldServices }) => {
    const { rows } = await sql<{ day: Day; records: number }>`
      select ${dayOf(log)} as day, count(*)::int as records from ${sql.table(log.table)}
      where authority_id = ${authority} and ${dayOf(log)} <= ${until} and ${log.free(heldServices)}
      group by 1 order by 1`.execute(db())
    return rows.map(({ day, records }) => ({
      id: day,
      closedOn: day,
      service: null,
      label: `${log.label} of ${dayInWords(day)}`,
      records,
    }))
  }

const erase =
  (log: Log): Disposable['erase'] =>
  async ({ authority, ids, heldServices }) => {
    const { rows } = await sql`delete from ${sql.table(log.table)}
      where authority_id = ${authority} and ${dayOf(log)} = any(${ids}::date[]) and ${log.free(heldServices)}
      returning 1`.execute(db())
    return rows.length
  }

const accesses: Log = {
  table: 'access_log',
  closes: 'recorded_at',
  label: 'Accesses',
  free: (held) => sql`not (subject_kind = 'service' and subject_id = any(${held}::text[]))`,
}

const sessions: Log = { table: 'session', closes: 'ends_at', label: 'Sign-ins', free: () => sql`true` }

/** The log of accesses, and sign-ins that have ended: erased by the day. */
export const disposables: readonly Disposable[] = [
  { kind: 'access-log', closed: closed(accesses), erase: erase(accesses) },
  { kind: 'sessions', closed: closed(sessions), erase: erase(sessions) },
]
