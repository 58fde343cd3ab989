import { randomUUID } from 'node:crypto'
import { db, now } from '../../platform/database/unit-of-work.ts'

/**
 * Gives every council a service for each location of its area that it has none for yet: not commissioned, and
 * rated from its public facts alone. Returns how many were added.
 */
export const addServicesOfArea = async (locations: readonly string[] | 'all'): Promise<number> => {
  if (locations.length === 0) return 0
  const missing = await db()
    .selectFrom('cqc_location_now as location')
    .innerJoin('authority', (join) =>
      join.on((on) => on('location.local_authority', '=', on.fn.any('authority.areas'))),
    )
    .leftJoin('service', (join) =>
      join
        .onRef('service.location_id', '=', 'location.id')
        .onRef('service.authority_id', '=', 'authority.id'),
    )
    .where('service.id', 'is', null)
    .where('location.invented', '=', false)
    .$if(locations !== 'all', (query) =>
      query.where('location.id', 'in', locations === 'all' ? [] : locations),
    )
    .select([
      'authority.id as authority_id',
      'location.id as location_id',
      'location.name',
      'location.service_type',
      'location.town as place',
      'location.postcode',
      'location.beds as population',
    ])
    .execute()
  if (missing.length === 0) return 0
  await db()
    .insertInto('service')
    .values(
      missing.map((row) => ({
        ...row,
        id: randomUUID(),
        commissioned: false,
        population_basis: row.population === null ? null : 'capacity',
        recorded_at: now(),
      })),
    )
    .execute()
  return missing.length
}
