import { sql } from 'kysely'
import { dayOf } from '../../../core/kit/days.ts'
import type { LocationRecord } from '../../../core/register/location.ts'
import type { Rating } from '../../../core/register/rating.ts'
import { type RatingChange, ratingChanges } from '../../../core/register/rating-changes.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

export type { RatingChange } from '../../../core/register/rating-changes.ts'

/** What makes two ratings the same one, word for word. */
const wordsOf = (location: string, rating: Rating): string =>
  JSON.stringify([
    location,
    rating.published,
    rating.scheme,
    rating.service,
    rating.overall,
    rating.inherited,
    rating.keyQuestions.map(({ name, rating: grade }) => [name, grade]),
  ])

type Stored = { readonly id: number; readonly location: string; readonly rating: Rating }

const storedRatings = async (locations: readonly string[]): Promise<Stored[]> => {
  const rows = await db()
    .selectFrom('cqc_rating_now')
    .where('location_id', '=', sql<string>`any(${[...locations]}::text[])`)
    .selectAll()
    .orderBy('published', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    location: row.location_id,
    rating: {
      published: row.published,
      scheme: row.scheme as Rating['scheme'],
      service: row.service,
      overall: row.overall,
      inherited: row.inherited,
      keyQuestions: row.key_questions as Rating['keyQuestions'],
      report: null,
    },
  }))
}

const write = async (
  gone: readonly number[],
  added: readonly { readonly location: string; readonly rating: Rating }[],
): Promise<void> => {
  if (gone.length > 0)
    await db()
      .updateTable('cqc_rating')
      .set({ superseded_at: now() })
      .where('id', '=', sql<number>`any(${[...gone]}::bigint[])`)
      .execute()
  if (added.length === 0) return
  const rows = added.map(({ location, rating }) => ({ ...rating, location_id: location }))
  await sql`insert into cqc_rating
      (location_id, overall, published, key_questions, service, scheme, inherited, recorded_at)
    select location_id, overall, published, "keyQuestions", service, scheme, inherited, ${now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (location_id text, overall text,
      published date, "keyQuestions" jsonb, service text, scheme text, inherited boolean)`.execute(db())
}

/**
 * Brings the stored ratings of some locations to what is known of them: new ones are added, ones that are no longer
 * told are superseded. Nothing is overwritten, so that what was known on a day stays known. Returns what changed of
 * the ratings that stand, of those locations that were known before.
 */
export const saveRatings = async (
  locations: readonly LocationRecord[],
  knownBefore: ReadonlySet<string>,
): Promise<readonly RatingChange[]> => {
  const stored = await storedRatings([...knownBefore])
  const storedWords = new Map(stored.map(({ id, location, rating }) => [wordsOf(location, rating), id]))
  const given = new Map(
    locations.flatMap(({ id, ratings }) =>
      ratings.map((rating) => [wordsOf(id, rating), { location: id, rating }] as const),
    ),
  )
  await write(
    [...storedWords].filter(([words]) => !given.has(words)).map(([, id]) => id),
    [...given].filter(([words]) => !storedWords.has(words)).map(([, entry]) => entry),
  )
  const before = Map.groupBy(stored, ({ location }) => location)
  const today = dayOf(now())
  return locations
    .filter(({ id }) => knownBefore.has(id))
    .flatMap(({ id, ratings }) =>
      ratingChanges(
        id,
        (before.get(id) ?? []).map(({ rating }) => rating),
        ratings,
        today,
      ),
    )
}
