import { sql } from 'kysely'
import { type Day, type Instant, timeOf } from '../../../core/kit/days.ts'
import type { CalendarEntry } from '../../../core/monitoring/calendar.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { digestOfToken } from '../../platform/http/cookies.ts'
import type { Covers, Owner } from '../commands/calendars.ts'
import { activities, ledBy } from './list-plan.ts'

/** Returns whose calendar is at a secret address, or null where it ended or never was. */
export const calendarAt = (token: string): Promise<(Owner & { readonly covers: Covers }) | null> =>
  inRoom('accounts', async () => {
    const row = await db()
      .selectFrom('calendar_feed')
      .where('token_digest', '=', digestOfToken(token))
      .where('ended_at', 'is', null)
      .select(['person_id as person', 'council_id as authority', 'covers'])
      .executeTakeFirst()
    return row ? { ...row, covers: row.covers === 'team' ? 'team' : 'person' } : null
  })

/** Returns which calendars a person has an address for, and since when. */
export const calendarsOf = ({ authority, person }: Owner) =>
  inRoom('accounts', () =>
    db()
      .selectFrom('calendar_feed')
      .where('council_id', '=', authority)
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
      .select(['covers', 'made_at as madeAt'])
      .execute(),
  )

type Row = {
  readonly id: string
  readonly name: string
  readonly service: string
  readonly state: string
  readonly due: Day | null
  readonly arranged_for: Day | null
  readonly at_time: string | null
  readonly place: string | null
  readonly version: number
  readonly recorded_at: Instant
}

const entryOf = (row: Row): readonly CalendarEntry[] => {
  const isArranged = row.state === 'arranged'
  const day = isArranged ? row.arranged_for : row.due
  if (day === null) return []
  return [
    {
      id: row.id,
      title: `${isArranged ? '' : 'Due: '}${row.name}, ${row.service}`,
      place: isArranged ? row.place : null,
      at: isArranged && row.at_time !== null ? { instant: timeOf(day, row.at_time) } : { day },
      version: row.version,
      changedAt: row.recorded_at,
    },
  ]
}

/** Returns what is to be done by a person, or by the whole team of a council, as entries of a calendar. */
export const calendarEntries = async ({
  authority,
  person,
  covers,
}: Owner & { readonly covers: Covers }): Promise<readonly CalendarEntry[]> => {
  const rows = await activities()
    .where('activity.authority_id', '=', authority)
    .where('activity.state', 'in', ['due', 'arranged'])
    .where('activity.by_provider', '=', false)
    .$if(covers === 'person', (query) =>
      query.where((where) =>
        where.or([
          where('activity.person_id', '=', person),
          where.and([
            where('activity.person_id', 'is', null),
            where('activity.contract_id', 'in', ledBy(person)),
          ]),
        ]),
      ),
    )
    .select(['activity.id', 'activity.name', 'service_now.name as service', 'activity.state', 'activity.due'])
    .select(['activity.arranged_for', 'activity.at_time', 'activity.place', 'activity.version'])
    .select('activity.recorded_at')
    .orderBy(sql`coalesce(activity.arranged_for, activity.due)`)
    .orderBy('activity.id')
    .execute()
  // Views tell nothing of what cannot be null; the columns of the table say it.
  return (rows as readonly Row[]).flatMap(entryOf)
}
