import { sql } from 'kysely'
import type { Day, Instant } from '../../core/kit/days.ts'
import { db } from '../platform/database/unit-of-work.ts'

/** Open work of the council, whoever it is for. */
export type OpenWork = {
  readonly id: string
  readonly kind: string
  readonly because: string
  readonly due: Day | null
  readonly service: string
  readonly serviceName: string
  readonly person: string | null
  readonly recordedAt: Instant
}

/** Returns open work in the order in which it came, from a place on. */
export const workAfter = async (
  place: readonly [recordedAt: string, id: string] | null,
  limit: number,
): Promise<readonly OpenWork[]> => {
  const on =
    place === null
      ? sql`true`
      : sql`(work.recorded_at, work.id) > (${place[0]}::timestamptz, ${place[1]}::uuid)`
  const { rows } = await sql<OpenWork>`
    select work.id, work.kind, work.because, work.due, work.service_id as service, service.name as "serviceName",
      person.name as person, date_trunc('milliseconds', work.recorded_at) as "recordedAt"
    from work_item work
      join service_now service on service.id = work.service_id
      left join person on person.id = work.person_id
    where work.done_at is null and ${on}
    order by work.recorded_at, work.id limit ${limit}`.execute(db())
  return rows
}
