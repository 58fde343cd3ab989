import { sql } from 'kysely'
import { db } from '../../platform/database/unit-of-work.ts'

/** A location of the register that a search found. */
export type FoundLocation = {
  readonly id: string
  readonly name: string
  readonly town: string | null
  readonly postcode: string | null
}

const most = 20

/** A word of fewer letters has no groups of three to look for: it only helps to order. */
const shortest = 3

/**
 * Returns the locations of all England whose name, town, postcode or id is most like some words, the likest first.
 * Every word of three letters or more must be found, or nearly: the index by groups of three letters answers it, which
 * works because the register is shared and has no row-level security.
 */
export const findLocations = async (words: string): Promise<readonly FoundLocation[]> => {
  const typed = words.toLowerCase().split(/\s+/).filter(Boolean)
  const telling = typed.filter((word) => word.length >= shortest)
  if (telling.length === 0) return []
  await sql`select set_config('pg_trgm.word_similarity_threshold', '0.5', true)`.execute(db())
  const phrase = typed.join(' ')
  return db()
    .selectFrom('cqc_location_now')
    .where('invented', '=', false)
    .where((where) => where.and(telling.map((word) => sql<boolean>`${word} <% search_line`)))
    .select(['id', 'name', 'town', 'postcode'])
    .orderBy(sql`word_similarity(${phrase}, search_line)`, 'desc')
    .orderBy(sql`registered_to is not null`)
    .orderBy('id')
    .limit(most)
    .execute()
}
