import { sql } from 'kysely'
import type { FileKind } from '../../../core/evidence/kinds.ts'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Something that somebody is to do after an activity. */
export type ShownAction = {
  readonly id: string
  readonly what: string
  readonly who: string
  readonly due: Day
  readonly doneOn: Day | null
}

/** Returns the actions of an activity, the earliest first. */
export const actionsOf = async (activity: string): Promise<readonly ShownAction[]> =>
  (
    await db()
      .selectFrom('activity_action')
      .leftJoin('person', 'person.id', 'activity_action.person_id')
      .where('activity_id', '=', activity)
      .select(['activity_action.id', 'what', 'who', 'person.name', 'due', 'done_on as doneOn'])
      .orderBy('due')
      .orderBy('activity_action.id')
      .execute()
  ).map(({ who, name, ...action }) => ({ ...action, who: name ?? who ?? '' }))

/** A file of an activity. Its key is null once it was disposed of. */
export type ShownFile = {
  readonly id: string
  readonly name: string
  readonly kind: FileKind
  readonly bytes: number
  readonly key: string | null
  readonly recordedAt: Instant
}

/** Returns the files of an activity, the earliest first. */
export const filesOf = async (activity: string): Promise<readonly ShownFile[]> =>
  (
    await db()
      .selectFrom('activity_file')
      .where('activity_id', '=', activity)
      .select(['id', 'name', 'kind', 'bytes', 'key', 'recorded_at as recordedAt'])
      .orderBy('recorded_at')
      .orderBy('id')
      .execute()
  ).map((row) => ({ ...row, kind: row.kind as FileKind, bytes: Number(row.bytes) }))

/** A version of an activity: what was done, by whom and when. */
export type ShownVersion = {
  readonly version: number
  readonly valid: Readonly<Record<string, unknown>>
  readonly recordedAt: Instant
  readonly by: string | null
}

/** Returns the versions of an activity, the newest first. */
export const versionsOf = async (activity: string): Promise<readonly ShownVersion[]> =>
  (
    await db()
      .selectFrom('activity_version as version')
      .innerJoin('event_now as done', 'done.id', 'version.event_id')
      .leftJoin('person', (join) => join.on(sql`person.id::text`, '=', sql`done.actor_id`))
      .where('version.activity_id', '=', activity)
      .select(['version.version', 'version.valid', 'version.recorded_at as recordedAt', 'person.name as by'])
      .orderBy('version.version', 'desc')
      .execute()
  ).map((row) => ({ ...row, valid: row.valid as Readonly<Record<string, unknown>> }))
