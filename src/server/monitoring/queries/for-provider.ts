import type { Day } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** What a provider's people read of an activity: what they are to give, and what is arranged with them. */
export type ActivityForProvider = {
  readonly id: string
  readonly authority: string
  readonly serviceId: string
  readonly service: string
  readonly name: string
  readonly state: 'due' | 'arranged'
  readonly due: Day | null
  readonly arrangedFor: Day | null
  readonly atTime: string | null
  readonly place: string | null
}

/** Returns what is due from the provider of the person who asks, and what is arranged with it, in the order of its days. */
export const activitiesForProvider = async (): Promise<readonly ActivityForProvider[]> => {
  const rows = await db()
    .selectFrom('activity_for_provider_now as activity')
    .innerJoin('service_now', 'service_now.id', 'activity.service_id')
    .select(['activity.id', 'activity.authority_id as authority', 'service_now.id as serviceId'])
    .select(['service_now.name as service', 'activity.name', 'activity.state', 'activity.due'])
    .select(['activity.arranged_for as arrangedFor', 'activity.at_time as atTime', 'activity.place'])
    .orderBy((order) => order.fn.coalesce('activity.arranged_for', 'activity.due'))
    .orderBy('service_now.name')
    .orderBy('activity.id')
    .execute()
  // Views tell nothing of what cannot be null; the columns of the table say it.
  return rows as readonly ActivityForProvider[]
}
