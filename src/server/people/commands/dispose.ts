import { sql } from 'kysely'
import { councilZone, type Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'

const closedOn = sql`(account.closed_at at time zone ${sql.lit(councilZone)})::date`

/** A council decides on the accounts of whoever it once let in; its own trail says of whom. */
const onceOf = (authority: string) => sql`exists (select from event_now event
  where event.authority_id = ${authority} and event.subject_kind = 'person' and event.subject_id = account.person_id::text)`

type Row = { readonly id: string; readonly name: string; readonly day: Day }

/**
 * Accounts that came to an end. The account goes with all that signs in by it. The person's name stays: the trail, and
 * what they recorded, say who it was.
 */
export const disposables: readonly Disposable[] = [
  {
    kind: 'account',
    closed: ({ authority, until }) =>
      inRoom('accounts', async () => {
        const { rows } = await sql<Row>`select account.person_id as id, person.name, ${closedOn} as day
          from account join person on person.id = account.person_id
          where account.closed_at is not null and ${closedOn} <= ${until} and ${onceOf(authority)}
          order by day, person.name, person.id`.execute(db())
        return rows.map(({ id, name, day }) => ({
          id,
          closedOn: day,
          service: null,
          label: `Account of ${name}, closed on ${dayInWords(day)}`,
          records: 1,
        }))
      }),
    erase: ({ authority, ids }) =>
      inRoom('accounts', async () => {
        const { rows } = await sql`delete from account where account.closed_at is not null
          and account.person_id = any(${ids}::uuid[]) and ${onceOf(authority)} returning 1`.execute(db())
        return rows.length
      }),
  },
]
