import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import type { Because } from '../../../core/monitoring/because.ts'
import type { Moved } from '../../../core/monitoring/changes.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { keepVersions } from './keep-versions.ts'

/** A row of the plan to be added. */
export type NewRow = {
  readonly id: string
  readonly service: string
  readonly contract: string
  readonly activity: string
  readonly name: string
  readonly byProvider: boolean
  readonly due: Day
  readonly because: Because
}

/** A row whose date or reason changes. Without a date nothing asks for it any more. */
export type MovedRow = {
  readonly id: string
  readonly name: string | null
  readonly due: Day | null
  readonly because: Because | null
  /** Null where the date stays. */
  readonly moved: Moved | null
}

/** All that changes of the plans of an authority, at once. */
export type PlanWritten = {
  readonly authority: string
  readonly added: readonly NewRow[]
  readonly changed: readonly MovedRow[]
  readonly lapsed: readonly string[]
}

const add = async (authority: string, rows: readonly NewRow[], event: number): Promise<void> => {
  if (rows.length === 0) return
  const given = JSON.stringify(rows)
  await sql`insert into activity (id, authority_id, service_id, contract_id, activity, name, version, state, due,
      by_provider, announced, counts, recorded_at, event_id)
    select id, ${authority}, service, contract, activity, name, 1, 'due', due, "byProvider", true, true, ${now()}, ${event}
    from jsonb_to_recordset(${given}::jsonb)
      as row (id uuid, service uuid, contract uuid, activity text, name text, "byProvider" boolean, due date)`.execute(
    db(),
  )
  await sql`insert into activity_record (activity_id, authority_id, because)
    select id, ${authority}, because from jsonb_to_recordset(${given}::jsonb) as row (id uuid, because jsonb)`.execute(
    db(),
  )
}

const change = async (rows: readonly MovedRow[], event: number): Promise<void> => {
  if (rows.length === 0) return
  const given = JSON.stringify(rows)
  await sql`update activity set due = row.due, name = coalesce(row.name, activity.name), version = version + 1,
      recorded_at = ${now()}, event_id = ${event}
    from jsonb_to_recordset(${given}::jsonb) as row (id uuid, name text, due date) where activity.id = row.id`.execute(
    db(),
  )
  await sql`update activity_record set because = nullif(row.because, 'null'), moved = coalesce(nullif(row.moved, 'null'), activity_record.moved)
    from jsonb_to_recordset(${given}::jsonb) as row (id uuid, because jsonb, moved jsonb)
    where activity_record.activity_id = row.id`.execute(db())
}

const lapse = async (ids: readonly string[], event: number): Promise<void> => {
  if (ids.length === 0) return
  await sql`update activity set state = 'lapsed', version = version + 1, recorded_at = ${now()}, event_id = ${event}
    where id = any(${[...ids]}::uuid[])`.execute(db())
}

/** Writes what changes of plans, in eight statements whatever its size. */
export const writePlan = async (
  { authority, added, changed, lapsed }: PlanWritten,
  event: number,
): Promise<void> => {
  await lapse(lapsed, event)
  await change(changed, event)
  await add(authority, added, event)
  await keepVersions([...[...added, ...changed].map(({ id }) => id), ...lapsed], event)
}
