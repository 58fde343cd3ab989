import type { NamedService } from '../../../core/people/invite-form.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Returns the services of the authority that can be named for a provider's person. */
export const servicesToName = async (authority: string): Promise<readonly NamedService[]> => {
  const rows = await db()
    .selectFrom('service_now')
    .select(['id', 'name', 'location_id'])
    .where('authority_id', '=', authority)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, location_id }) => ({ id, name, location: location_id }))
}
