import type { Updateable } from 'kysely'
import { fault } from '../../../core/kit/problems.ts'
import type { Database } from '../../platform/database/schema.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { keepVersions } from './keep-versions.ts'

type Row = Updateable<Database['activity']>
type RecordRow = Updateable<Database['activity_record']>

/** A change of an activity, from the version that the person saw. */
export type ActivityChange = {
  readonly id: string
  readonly version: number
  /** What is done to it, in the past: *arranged*. */
  readonly what: string
  /** What of it changed, in words. */
  readonly fields: readonly string[]
  readonly row: Row
  readonly record: RecordRow
}

/** What a changed activity is of. */
export type Changed = { readonly service: string; readonly state: string }

const lock = async (id: string) => {
  const row = await db()
    .selectFrom('activity')
    .where('id', '=', id)
    .where('state', '<>', 'lapsed')
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'activity', id })
  return row
}

/** Whether a form came twice: the version that it makes is there, and says the same. */
const isThere = (before: Readonly<Record<string, unknown>>, { version, row }: ActivityChange): boolean =>
  before.version === version + 1 &&
  Object.keys(row).length > 0 &&
  Object.entries(row).every(([column, value]) => before[column] === value)

/**
 * Changes an activity and keeps the version. Returns null where the same was saved before: a form that came twice.
 * Throws `activity-changed-meanwhile` where somebody else changed it since.
 */
export const changeActivity = async (change: ActivityChange): Promise<Changed | null> => {
  const before = await lock(change.id)
  if (isThere(before, change)) return null
  if (before.version !== change.version) throw fault('activity-changed-meanwhile')
  const { id, what, fields } = change
  const state = String(change.row.state ?? before.state)
  const version = before.version + 1
  await emit(
    {
      kind: 'activity.changed',
      authority: before.authority_id,
      subject: { kind: 'activity', id },
      payload: { activity: id, service: before.service_id, version, state, what, fields },
    },
    async (event) => {
      await db()
        .updateTable('activity')
        .set({ ...change.row, version, recorded_at: now(), event_id: event.id })
        .where('id', '=', id)
        .execute()
      if (Object.keys(change.record).length > 0)
        await db().updateTable('activity_record').set(change.record).where('activity_id', '=', id).execute()
      await keepVersions([id], event.id)
    },
  )
  return { service: before.service_id, state }
}
