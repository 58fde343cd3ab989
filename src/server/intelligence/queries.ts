import { fault } from '../../core/kit/problems.ts'
import { db } from '../platform/database/unit-of-work.ts'

/**
 * Returns the service that a concern would be recorded for. Throws `not-found` where the actor may not see it, and
 * `real-service` before anybody types a line about a real service in the demonstration.
 */
export const serviceForIntelligence = async (
  id: string,
): Promise<{ id: string; name: string; authority: string }> => {
  const service = await db()
    .selectFrom('service_now')
    .innerJoin('authority', 'authority.id', 'service_now.authority_id')
    .where('service_now.id', '=', id)
    .select([
      'service_now.id',
      'service_now.name',
      'service_now.authority_id',
      'service_now.invented',
      'authority.invented as inventedAuthority',
    ])
    .executeTakeFirst()
  if (!service) throw fault('not-found', { what: 'service', id })
  if (service.inventedAuthority && !service.invented) throw fault('real-service')
  return { id: service.id, name: service.name, authority: service.authority_id }
}
