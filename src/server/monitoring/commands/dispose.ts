import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Closed, Disposable } from '../../platform/disposable.ts'
import { dropFiles } from '../../platform/files.ts'

type Found = { readonly id: string; readonly service: string; readonly name: string; readonly closed: Day }

const closedOf = ({ id, service, name, closed }: Found): Closed => ({
  id,
  service,
  closedOn: closed,
  label: `${name}, closed on ${dayInWords(closed)}`,
  records: 1,
})

const dropFilesOf = async (authority: string, ids: readonly string[]): Promise<void> => {
  await sql`update activity_file set key = null, name = 'disposed of'
    where authority_id = ${authority} and activity_id = any(${[...ids]}::uuid[])`.execute(db())
  for (const id of ids) await dropFiles(`activities/${id}`)
}

/** Notes and files of activities, and notes of contacts. That there was one, when and by whom stays. */
export const disposables: readonly Disposable[] = [
  {
    kind: 'activity-records',
    closed: async ({ authority, until }) => {
      const closes = sql`coalesce(activity.held_on, activity.arranged_for)`
      const { rows } = await sql<Found>`select activity.id, activity.service_id as service, activity.name,
          ${closes} as closed
        from activity join activity_record record on record.activity_id = activity.id
        where activity.authority_id = ${authority} and activity.state in ('held', 'cancelled') and ${closes} <= ${until}
          and not record.disposed
        order by closed, activity.id`.execute(db())
      return rows.map(closedOf)
    },
    erase: async ({ authority, ids }) => {
      const { rows } = await sql`update activity_record set attendance = '[]', notes = '{}', checks = '[]',
          occasion = null, reason = null, disposed = true
        where authority_id = ${authority} and activity_id = any(${[...ids]}::uuid[]) returning activity_id`.execute(
        db(),
      )
      await sql`update activity_version set valid = valid - array['attendance', 'notes', 'checks', 'occasion', 'reason']
        where authority_id = ${authority} and activity_id = any(${[...ids]}::uuid[])`.execute(db())
      await sql`update activity_action set what = 'disposed of', who = case when who is null then null else 'disposed of' end
        where authority_id = ${authority} and activity_id = any(${[...ids]}::uuid[])`.execute(db())
      await dropFilesOf(authority, ids)
      return rows.length
    },
  },
  {
    kind: 'contacts',
    closed: async ({ authority, until }) => {
      const closes = sql`case when follow_up is null then on_day else followed_up_on end`
      const { rows } = await sql<Found>`select id, service_id as service, 'Contact (' || kind || ')' as name,
          ${closes} as closed
        from contact where authority_id = ${authority} and ${closes} <= ${until}
          and num_nonnulls(note, with_whom) > 0
        order by closed, id`.execute(db())
      return rows.map(closedOf)
    },
    erase: async ({ authority, ids }) => {
      const { rows } = await sql`update contact set note = null, with_whom = null
        where authority_id = ${authority} and id = any(${[...ids]}::uuid[]) returning id`.execute(db())
      return rows.length
    },
  },
]
