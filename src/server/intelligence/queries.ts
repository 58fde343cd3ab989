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

/** Throws as serviceForIntelligence() does, for many services of one council at once. */
export const refuseRealServices = async (authority: string, ids: readonly string[]): Promise<void> => {
  const rows = await db()
    .selectFrom('service_now')
    .innerJoin('authority', 'authority.id', 'service_now.authority_id')
    .where('service_now.id', 'in', ids)
    .where('authority.id', '=', authority)
    .select(['service_now.id', 'service_now.invented', 'authority.invented as inventedAuthority'])
    .execute()
  const seen = new Set(rows.map(({ id }) => id))
  const unseen = ids.find((id) => !seen.has(id))
  if (unseen !== undefined) throw fault('not-found', { what: 'service', id: unseen })
  if (rows.some(({ invented, inventedAuthority }) => inventedAuthority && !invented))
    throw fault('real-service')
}
