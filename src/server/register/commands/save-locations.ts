import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Day, dayOf, type Instant } from '../../../core/kit/days.ts'
import { capacityOf } from '../../../core/register/capacity.ts'
import { cqcFact } from '../../../core/register/cqc-facts.ts'
import { type MergedLocation, mergeKnowledge } from '../../../core/register/merge.ts'
import { serviceTypeOf } from '../../../core/register/service-type.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { excluded } from './excluded.ts'
import { type KnowledgeRow, knownOf } from './knowledge-rows.ts'
import { saveLinks } from './save-links.ts'
import { type RatingChange, saveRatings } from './save-ratings.ts'

import { knownUnidentified, storedUnidentified } from './save-unidentified.ts'

export type { RatingChange } from './save-ratings.ts'

/** What became of some locations. */
export type SavedLocations = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
  /** Ratings that changed of locations that were known before. */
  readonly ratings: readonly RatingChange[]
}

const digestOf = (location: MergedLocation): string =>
  createHash('sha256').update(JSON.stringify(location)).digest('hex')

const rowOf = (location: MergedLocation, invented: boolean, at: Instant, today: Day) => {
  const { id, name, providerId, ratings, ...detail } = location
  const standing = cqcFact(ratings, today)
  return {
    id,
    name,
    provider_id: providerId || null,
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
    detail,
    digest: digestOf(location),
    recorded_at: at,
  }
}
type LocationRow = ReturnType<typeof rowOf>

const columns = [
  ...(['id', 'name', 'provider_id', 'local_authority', 'town', 'postcode', 'care_home', 'beds'] as const),
  ...(['registered_from', 'registered_to', 'service_type', 'manager_in_post', 'rating_overall'] as const),
  ...(['rating_published', 'invented', 'detail', 'digest', 'recorded_at'] as const),
] as const

const write = async (rows: readonly LocationRow[]): Promise<void> =>
  void (await db()
    .insertInto('cqc_location')
    .columns(columns)
    .expression(
      sql`select id, name, provider_id, local_authority, town, postcode, care_home, beds, registered_from,
          registered_to, service_type, manager_in_post, rating_overall, rating_published, invented, detail, digest,
          recorded_at
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id text, name text, provider_id text,
          local_authority text, town text, postcode text, care_home boolean, beds integer, registered_from date,
          registered_to date, service_type text, manager_in_post boolean, rating_overall text,
          rating_published date, invented boolean, detail jsonb, digest text, recorded_at timestamptz)`,
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(excluded(columns.filter((column) => column !== 'invented'))),
    )
    .execute())

/** Merges all that is known of some locations, with what was told of their names and postcodes. */
const merged = async (known: readonly KnowledgeRow[]): Promise<MergedLocation[]> => {
  const keys = [...new Set(known.flatMap(({ match_key }) => match_key ?? []))]
  const unidentified = Map.groupBy(await storedUnidentified(keys), ({ match_key }) => match_key)
  return [...Map.groupBy(known, ({ location_id }) => location_id)].map(([id, rows]) => {
    const matching = new Set(rows.flatMap(({ match_key }) => match_key ?? []))
    const also = [...matching].flatMap((key) => unidentified.get(key) ?? [])
    return mergeKnowledge(id, [...rows.flatMap(knownOf), ...also.map(knownUnidentified)])
  })
}

/**
 * Brings the register to what is known of some locations, in the unit of work that it is called in, with a handful of
 * queries whatever their number. One that says nothing new is left alone.
 */
export const saveLocations = async (
  known: readonly KnowledgeRow[],
  invented = false,
): Promise<SavedLocations> => {
  const locations = await merged(known)
  const stored = await db()
    .selectFrom('cqc_location')
    .where('id', '=', sql<string>`any(${locations.map(({ id }) => id)}::text[])`)
    .select(['id', 'digest'])
    .execute()
  const before = new Map(stored.map((row) => [row.id, row.digest]))
  const at = now()
  const today = dayOf(at)
  const fresh = locations
    .map((location) => ({ location, row: rowOf(location, invented, at, today) }))
    .filter(({ row }) => before.get(row.id) !== row.digest)
  const ids = fresh.map(({ row }) => row.id)
  const changed = ids.filter((id) => before.has(id))
  const touched = new Set(ids)
  const unchanged = locations.map(({ id }) => id).filter((id) => !touched.has(id))
  if (fresh.length === 0) return { added: [], changed: [], unchanged, ratings: [] }
  await write(fresh.map(({ row }) => row))
  await saveLinks(fresh.map(({ location }) => location))
  const ratings = await saveRatings(
    fresh.map(({ location }) => location),
    new Set(changed),
  )
  return { added: ids.filter((id) => !before.has(id)), changed, unchanged, ratings }
}
