import type { LocationRecord } from '../../../core/register/location.ts'
import type { Rating } from '../../../core/register/rating.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** What makes two ratings the same one, word for word. */
const wordsOf = (location: string, rating: Omit<Rating, 'report'>): string =>
  JSON.stringify([
    location,
    rating.published,
    rating.scheme,
    rating.service,
    rating.overall,
    rating.inherited,
    rating.keyQuestions.map(({ name, rating: grade }) => [name, grade]),
  ])

/**
 * Brings the stored ratings of some locations to what their records say: new ones are added, ones that are no
 * longer published are superseded. Nothing is overwritten, so that what was known on a day stays known.
 */
export const saveRatings = async (locations: readonly LocationRecord[]): Promise<void> => {
  const stored = await db()
    .selectFrom('cqc_rating_now')
    .where(
      'location_id',
      'in',
      locations.map(({ id }) => id),
    )
    .selectAll()
    .execute()
  const storedWords = new Map(
    stored.map((row) => [
      wordsOf(row.location_id, {
        published: row.published,
        scheme: row.scheme as Rating['scheme'],
        service: row.service,
        overall: row.overall,
        inherited: row.inherited,
        keyQuestions: row.key_questions as Rating['keyQuestions'],
      }),
      row.id,
    ]),
  )
  const given = new Map(
    locations.flatMap((location) =>
      location.ratings.map(
        (rating) => [wordsOf(location.id, rating), { location: location.id, rating }] as const,
      ),
    ),
  )
  const gone = [...storedWords].filter(([words]) => !given.has(words)).map(([, id]) => id)
  const added = [...given].filter(([words]) => !storedWords.has(words)).map(([, entry]) => entry)
  const at = now()
  if (gone.length > 0)
    await db().updateTable('cqc_rating').set({ superseded_at: at }).where('id', 'in', gone).execute()
  if (added.length > 0)
    await db()
      .insertInto('cqc_rating')
      .values(
        added.map(({ location, rating }) => ({
          location_id: location,
          overall: rating.overall,
          published: rating.published,
          key_questions: JSON.stringify(rating.keyQuestions),
          service: rating.service,
          scheme: rating.scheme,
          inherited: rating.inherited,
          recorded_at: at,
        })),
      )
      .execute()
}
