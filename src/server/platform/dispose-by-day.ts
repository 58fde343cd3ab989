import { type RawBuilder, sql } from 'kysely'
import { councilZone, type Day } from '../../core/kit/days.ts'
import { dayInWords } from '../../core/kit/words.ts'
import { db } from './database/unit-of-work.ts'
import type { Disposable } from './disposable.ts'

/** A log of a council whose entries go by the day. */
export type Log = {
  readonly kind: Disposable['kind']
  readonly table: 'access_log' | 'mail'
  /** The moment from which an entry counts as closed. */
  readonly closes: RawBuilder<unknown>
  readonly label: string
  /** What may go, although services are held. */
  readonly free: (held: readonly string[]) => RawBuilder<unknown>
}

const dayOf = ({ closes }: Log): RawBuilder<unknown> =>
  sql`(${closes} at time zone ${sql.lit(councilZone)})::date`

/** Returns how a log is disposed of: erased by the day. */
export const byDay = (log: Log): Disposable => ({
  kind: log.kind,
  closed: async ({ authority, until, heldServices }) => {
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
  },
  erase: async ({ authority, ids, heldServices }) => {
    const { rows } = await sql`delete from ${sql.table(log.table)}
      where authority_id = ${authority} and ${dayOf(log)} = any(${ids}::date[]) and ${log.free(heldServices)}
      returning 1`.execute(db())
    return rows.length
  },
})
