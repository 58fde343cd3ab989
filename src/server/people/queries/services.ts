import type { NamedEmployer, NamedService } from '../../../core/people/named.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Returns the services of the authority that can be named for a provider's person; not yet who runs them. */
export const servicesToName = async (authority: string): Promise<readonly NamedService[]> => {
  const rows = await db()
    .selectFrom('service_now')
    .select(['id', 'name', 'location_id as location'])
    .where('authority_id', '=', authority)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, location }) => ({ id: id ?? '', name: name ?? '', location, of: null }))
}

/** Returns the providers and groups of the authority that somebody can lead. */
export const employersToName = async (authority: string): Promise<readonly NamedEmployer[]> => {
  const rows = await db()
    .selectFrom('provider_now')
    .select(['id', 'legal_name', 'group_id', 'group_name'])
    .where('authority_id', '=', authority)
    .execute()
  const groups = new Map(rows.map(({ group_id, group_name }) => [group_id, group_name]))
  return [
    ...rows.map(({ id, legal_name }) => ({ name: legal_name ?? '', of: { provider: id ?? '' } })),
    ...[...groups].flatMap(([id, name]) => (id !== null ? [{ name: name ?? '', of: { group: id } }] : [])),
  ]
}
