import type { ServiceCandidate } from '../../../core/contracts/match-service.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { NewServiceNamed } from '../../platform/events/event.ts'

/** A service that a contract is to be for, with what the register knows to start the form from. */
export type ServiceForContract = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly provider: string | null
  readonly providerCqcId: string | null
}

const withProvider = () =>
  db()
    .selectFrom('service_now')
    .innerJoin('authority', 'authority.id', 'service_now.authority_id')
    .leftJoin('cqc_location_now as location', 'location.id', 'service_now.location_id')
    .leftJoin('cqc_provider_now as provider', 'provider.id', 'location.provider_id')

/**
 * Returns the service that a contract would be for. Throws `not-found` where the actor may not see it, and
 * `real-service` where an invented council would contract with a real service.
 */
export const serviceForContract = async (id: string): Promise<ServiceForContract> => {
  const row = await withProvider()
    .where('service_now.id', '=', id)
    .select([
      'service_now.id',
      'service_now.name',
      'service_now.service_type as type',
      'service_now.provider_name',
      'service_now.invented',
    ])
    .select([
      'authority.invented as inventedAuthority',
      'location.provider_id',
      'provider.name as registered',
    ])
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'service', id })
  if (row.inventedAuthority && !row.invented) throw fault('real-service')
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    provider: row.provider_name ?? row.registered,
    providerCqcId: row.provider_id,
  }
}

/** A service that a row of a file may mean. */
export type Candidate = ServiceCandidate & { readonly invented: boolean }

/** Returns the services of a council, for matching the rows of a file: a few hundred, once a file. */
export const serviceCandidates = async (authority: string): Promise<Candidate[]> => {
  const services = await db()
    .selectFrom('service_now')
    .where('authority_id', '=', authority)
    .select(['id', 'name', 'postcode', 'location_id', 'invented'])
    .execute()
  // A location that was carried on under another registration leads to the same service.
  const leads = await db()
    .selectFrom('service_location_now')
    .where('authority_id', '=', authority)
    .select(['location_id', 'service_id'])
    .execute()
  const before = Map.groupBy(leads, ({ service_id }) => service_id)
  return services.map(({ location_id, ...service }) => ({
    ...service,
    locations: [
      ...(location_id === null ? [] : [location_id]),
      ...(before.get(service.id) ?? []).map((lead) => lead.location_id),
    ],
  }))
}

/** Returns those of the CQC ids that the register holds, with the facts that a new service takes from there. */
export const registeredLocations = async (
  ids: readonly string[],
): Promise<
  ReadonlyMap<string, Omit<NewServiceNamed, 'id' | 'provider'> & { readonly invented: boolean }>
> => {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .selectFrom('cqc_location_now')
    .where('id', 'in', ids)
    .select(['id', 'name', 'service_type as type', 'town as place', 'postcode', 'invented'])
    .execute()
  return new Map(rows.map(({ id, ...facts }) => [id, { ...facts, location: id }]))
}
