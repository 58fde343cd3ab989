import type { Day } from '../../core/kit/days.ts'
import { db } from '../platform/database/unit-of-work.ts'

/** One activity of a service's plan that is still to be held. */
export type OpenActivity = {
  readonly id: string
  readonly activity: string
  readonly name: string
  readonly due: Day | null
  readonly arrangedFor: Day | null
}

/** Returns what is still to be held for a service, the most urgent first. */
export const openActivities = async (service: string): Promise<readonly OpenActivity[]> =>
  db()
    .selectFrom('activity_now')
    .where('service_id', '=', service)
    .where('state', 'in', ['due', 'arranged'])
    .select(['id', 'activity', 'name', 'due', 'arranged_for as arrangedFor'])
    .orderBy('due', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute()
