import type { Day } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import type { LocationRecord } from '../../../core/register/location.ts'
import type { KeyQuestion, Rating } from '../../../core/register/rating.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A rating as the register holds it. */
export type HeldRating = Omit<Rating, 'report'>

/** What the register holds of a location. */
export type HeldLocation = {
  readonly id: string
  readonly name: string
  readonly providerId: string | null
  readonly localAuthority: string | null
  readonly postcode: string | null
  readonly careHome: boolean
  /** As CQC gives it: 0 where there are none. */
  readonly beds: number | null
  readonly registered: { readonly from: Day | null; readonly to: Day | null }
  /** Newest first; what was not published stands last. */
  readonly ratings: readonly HeldRating[]
}

/** Returns the ratings of some locations, newest first, by the id of the location. */
export const ratingsOfLocations = async (
  locations: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldRating[]>> => {
  if (locations.length === 0) return new Map()
  const rows = await db()
    .selectFrom('cqc_rating_now')
    .where('location_id', 'in', locations)
    .selectAll()
    .orderBy('published', (order) => order.desc().nullsLast())
    .orderBy('service', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.location_id)].map(([location, of]) => [
      location,
      of.map((row) => ({
        overall: row.overall,
        published: row.published,
        keyQuestions: row.key_questions as readonly KeyQuestion[],
        service: row.service,
        scheme: row.scheme as Rating['scheme'],
        inherited: row.inherited,
      })),
    ]),
  )
}

/** Returns what the register holds of a location. Throws `location-unknown` where it holds none of that id. */
export const heldLocation = async (id: string): Promise<HeldLocation> => {
  const row = await db().selectFrom('cqc_location_now').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row) throw fault('location-unknown', { id })
  const { beds } = row.detail as Pick<LocationRecord, 'beds'>
  return {
    id: row.id,
    name: row.name,
    providerId: row.provider_id,
    localAuthority: row.local_authority,
    postcode: row.postcode,
    careHome: row.care_home,
    beds,
    registered: { from: row.registered_from, to: row.registered_to },
    ratings: (await ratingsOfLocations([id])).get(id) ?? [],
  }
}
