import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { ActivityState, ActivityTold } from './activity-told.ts'

/** What a list of activities is filtered by; null filters nothing. */
export type ActivityFilter = {
  readonly service: string | null
  readonly state: ActivityState | null
}

/** An activity as another system reads it in a list. */
export type ActivityInList = ActivityTold & {
  readonly authority: string
  readonly version: number
  readonly service: string
  readonly serviceName: string
  readonly contract: string | null
  readonly place: string | null
  readonly form: string | null
  readonly person: string | null
  readonly counts: boolean
  /** What the list is ordered by: the day on which it was held, is arranged, or is due; the last of days where it has none. */
  readonly day: Day
}

/** A place in the list: what it is ordered by. */
export type ActivityPlace = readonly [day: string, id: string]

const dayOfIt = sql`coalesce(activity.held_on, activity.arranged_for, activity.due, '9999-12-31'::date)`

/** Returns activities in the order of their days, from a place on. */
export const activitiesAfter = async (
  { service, state }: ActivityFilter,
  place: ActivityPlace | null,
  limit: number,
): Promise<readonly ActivityInList[]> => {
  const conditions = [
    service !== null && sql`activity.service_id = ${service}`,
    state !== null && sql`activity.state = ${state}`,
    place !== null && sql`(${dayOfIt}, activity.id) > (${place[0]}::date, ${place[1]}::uuid)`,
  ].filter((condition) => condition !== false)
  const { rows } = await sql<ActivityInList>`
    select activity.id, activity.authority_id as authority, activity.version, activity.service_id as service,
      service.name as "serviceName", activity.contract_id as contract, activity.activity, activity.name,
      activity.state, activity.due, activity.arranged_for as "arrangedFor", activity.at_time as "atTime",
      activity.place, activity.form, activity.held_on as "heldOn", activity.person_id as person,
      activity.by_provider as "byProvider", activity.counts, ${dayOfIt} as day
    from activity_now activity join service_now service on service.id = activity.service_id
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
    order by ${dayOfIt}, activity.id limit ${limit}`.execute(db())
  return rows
}
