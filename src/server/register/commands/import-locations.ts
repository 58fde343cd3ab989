import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { dayOf } from '../../../core/kit/days.ts'
import { capacityOf } from '../../../core/register/capacity.ts'
import { cqcFact } from '../../../core/register/cqc-facts.ts'
import type { LocationRecord } from '../../../core/register/location.ts'
import { serviceTypeOf } from '../../../core/register/service-type.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { saveRatings } from './save-ratings.ts'

export type Imported = { added: string[]; changed: string[]; unchanged: number }

const digestOf = (location: LocationRecord): string =>
  createHash('sha256').update(JSON.stringify(location)).digest('hex')

const rowOf = (location: LocationRecord, digest: string, invented: boolean) => {
  const { id, name, providerId, ratings, ...detail } = location
  const standing = cqcFact(ratings, dayOf(now()))
  return {
    id,
    name,
    provider_id: providerId,
    local_authority: location.localAuthority,
    town: location.address.town,
    postcode: location.postcode,
    care_home: location.careHome,
    beds: capacityOf(location),
    registered_from: location.registered.from,
    registered_to: location.registered.to,
    service_type: serviceTypeOf(location),
    manager_in_post: location.managerInPost,
    rating_overall: standing?.overall ?? null,
    rating_published: standing?.published ?? null,
    invented,
    detail: JSON.stringify(detail),
    digest,
    recorded_at: now(),
  }
}

/** Every column is taken from the newer record, except the id. */
const newer = [
  'name',
  'provider_id',
  'local_authority',
  'town',
  'postcode',
  'care_home',
  'beds',
  'registered_from',
  'registered_to',
  'service_type',
  'manager_in_post',
  'rating_overall',
  'rating_published',
  'detail',
  'digest',
  'recorded_at',
] as const

/**
 * Takes a batch of locations into the register, in the unit of work that it is called in, with a handful of
 * queries whatever its size. A record that is already there, word for word, is left alone.
 */
export const importLocations = async (
  locations: readonly LocationRecord[],
  invented = false,
): Promise<Imported> => {
  // One file may name a location twice: the last record stands.
  const byId = new Map(locations.map((location) => [location.id, location]))
  const digests = new Map([...byId].map(([id, location]) => [id, digestOf(location)]))
  const known = await db()
    .selectFrom('cqc_location')
    .where('id', 'in', [...byId.keys()])
    .select(['id', 'digest'])
    .execute()
  const before = new Map(known.map((row) => [row.id, row.digest]))
  const fresh = [...byId.values()].filter((location) => before.get(location.id) !== digests.get(location.id))
  if (fresh.length > 0) {
    await db()
      .insertInto('cqc_location')
      .values(fresh.map((location) => rowOf(location, digests.get(location.id) ?? '', invented)))
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(Object.fromEntries(newer.map((column) => [column, sql.ref(`excluded.${column}`)]))),
      )
      .execute()
    await saveRatings(fresh)
  }
  const [changed, added] = [
    fresh.filter(({ id }) => before.has(id)),
    fresh.filter(({ id }) => !before.has(id)),
  ]
  return {
    added: added.map(({ id }) => id),
    changed: changed.map(({ id }) => id),
    unchanged: byId.size - fresh.length,
  }
}
