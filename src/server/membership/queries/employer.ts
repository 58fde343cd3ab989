import { fault } from '../../../core/kit/problems.ts'
import type { Employer } from '../../../core/people/access.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Ours } from '../whose-service.ts'
import { providerOfService } from './provider-of-service.ts'

/**
 * Returns whose people may be let in for a service: its provider's, or its group's. The council reads it from the
 * contract; somebody of the provider lets others in under the provider or group that let them in.
 */
export const employerOf = async (service: Pick<Ours, 'id' | 'held' | 'authority'>): Promise<Employer> => {
  const ids = service.held.map(({ membership }) => membership)
  if (ids.length === 0) return { provider: (await providerOfService(service.id)).provider }
  const own = await db()
    .selectFrom('provider_membership')
    .where('id', 'in', ids)
    .select(['provider_id', 'group_id'])
    .execute()
  for (const { provider_id, group_id } of own) {
    if (provider_id !== null) return { provider: provider_id }
    if (group_id !== null) return { group: group_id }
  }
  throw fault('not-your-people')
}
