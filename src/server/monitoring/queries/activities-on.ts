import { type Selectable, sql } from 'kysely'
import { type Day, endOf } from '../../../core/kit/days.ts'
import type { Database } from '../../platform/database/schema.ts'

type ActivityRow = Selectable<Database['activity_now']>
type RecordRow = Selectable<Database['activity_record']>

/** Versions that stood at the end of a past day; of one service, where one is named: nothing else of them is unpacked. */
const versions = (asAt: Day, service: string | null) => sql`(
  select valid from activity_known(${endOf(asAt)})
  where valid ->> 'state' <> 'lapsed' and (${service}::text is null or valid ->> 'service_id' = ${service})) version`

/** Returns the activities of a day, to be read from: of now, or as they were known at the end of a past day (X3). */
export const activitiesOn = (asAt: Day | null, service: string | null = null) =>
  (asAt === null
    ? sql<ActivityRow>`activity_now`
    : sql<ActivityRow>`(select known.* from ${versions(asAt, service)}
        cross join lateral jsonb_populate_record(null::activity, valid) known)`
  ).as('activity')

/** Returns what the council alone reads of those activities, to be joined. */
export const recordsOn = (asAt: Day | null, service: string | null = null) =>
  (asAt === null
    ? sql<RecordRow>`activity_record`
    : sql<RecordRow>`(select known.* from ${versions(asAt, service)}
        cross join lateral jsonb_populate_record(null::activity_record,
          valid || jsonb_build_object('activity_id', valid -> 'id')) known)`
  ).as('record')
