import type { WatchedSuspension } from '../../../core/alerts/watched.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Returns the suspensions of some services that nobody has lifted. */
export const watchedSuspensions = async (
  services: readonly string[],
): Promise<ReadonlyMap<string, readonly WatchedSuspension[]>> => {
  const rows = await db()
    .selectFrom('suspension_now')
    .where('service_id', 'in', services)
    .where('lifted_on', 'is', null)
    .select(['service_id', 'id', 'kind', 'starts', 'lifted_on as liftedOn', 'review_on as reviewOn'])
    .orderBy('starts')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, (row) => row.service_id)
}
