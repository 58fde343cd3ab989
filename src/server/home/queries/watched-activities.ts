import type { WatchedActivity } from '../../../core/alerts/watched.ts'
import type { Day } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Returns the activities of some services: what is open, and what was held since a day. */
export const watchedActivities = async (
  services: readonly string[],
  heldSince: Day,
): Promise<ReadonlyMap<string, readonly WatchedActivity[]>> => {
  const rows = await db()
    .selectFrom('activity_now')
    .where('service_id', 'in', services)
    .where((where) =>
      where.or([where('state', 'in', ['due', 'arranged']), where('held_on', '>=', heldSince)]),
    )
    .select(['service_id', 'id', 'activity', 'name', 'state', 'due', 'arranged_for as arrangedFor'])
    .select(['held_on as heldOn', 'person_id as person'])
    .orderBy('due')
    .orderBy('id')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, state: row.state as WatchedActivity['state'] })),
    (row) => row.service_id,
  )
}

/** Returns the days of visits to some services since a day, planned ones as well. */
export const watchedVisits = async (
  services: readonly string[],
  since: Day,
): Promise<ReadonlyMap<string, readonly Day[]>> => {
  const rows = await db()
    .selectFrom('visit_now')
    .where('service_id', 'in', services)
    .where('held_on', '>=', since)
    .select(['service_id', 'held_on'])
    .orderBy('held_on')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.service_id)].map(([service, visits]) => [
      service,
      visits.map(({ held_on }) => held_on),
    ]),
  )
}
