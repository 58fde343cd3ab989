import { type RawBuilder, sql } from 'kysely'
import { db } from '../../platform/database/unit-of-work.ts'

/** A location of the register that a search found. */
export type FoundLocation = {
  readonly id: string
  readonly name: string
  readonly town: string | null
  readonly postcode: string | null
}

const most = 20

/** A shorter word has no group of three letters that an index could look for. */
const shortest = 3

type Condition = RawBuilder<boolean>

const holds = (word: string): Condition =>
  sql<boolean>`search_line like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`
const nearly = (word: string): Condition => sql<boolean>`${word} <% search_line`

const matching = (conditions: readonly Condition[]) =>
  db()
    .selectFrom('cqc_location_now')
    .where('invented', '=', false)
    .where((where) => where.and([...conditions]))

const listed = (conditions: readonly Condition[], first: RawBuilder<unknown>) =>
  matching(conditions)
    .select(['id', 'name', 'town', 'postcode'])
    .orderBy(first, 'desc')
    .orderBy(sql`registered_to is not null`)
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute()

const isHeld = async (word: string): Promise<boolean> =>
  (await matching([holds(word)])
    .select('id')
    .limit(1)
    .executeTakeFirst()) !== undefined

/**
 * Returns the locations of all England that hold all of some words in their name, town, postcode or id. Where there is
 * none, words that nobody holds are taken for misspelt, and what is likest to them is found. The index by groups of
 * three letters answers both, which works because the register is shared and has no row-level security.
 */
export const findLocations = async (words: string): Promise<readonly FoundLocation[]> => {
  const typed = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (!typed.some((word) => word.length >= shortest)) return []
  const phrase = typed.join(' ')
  const found = await listed(typed.map(holds), sql`starts_with(search_line, ${phrase})`)
  if (found.length > 0) return found
  const known = await Promise.all(typed.map(isHeld))
  const misspelt = typed.filter((word, at) => !known[at] && word.length >= shortest)
  if (misspelt.length === 0) return []
  await sql`select set_config('pg_trgm.word_similarity_threshold', '0.4', true)`.execute(db())
  const spelt = typed.filter((_, at) => known[at])
  return listed([...spelt.map(holds), ...misspelt.map(nearly)], sql`word_similarity(${phrase}, search_line)`)
}
