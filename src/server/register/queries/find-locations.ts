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

const patternOf = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`
const holds = (word: string): Condition => sql<boolean>`search_line like ${patternOf(word)}`
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

/** Returns those of some words that any location holds. */
const heldOf = async (words: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ word: string }>`select word
    from unnest(${[...words]}::text[], ${words.map(patternOf)}::text[]) given (word, pattern)
    where exists (select from cqc_location_now where search_line like pattern)`.execute(db())
  return new Set(rows.map(({ word }) => word))
}

/**
 * For the rest of this unit of work: how like is like; and that the index is asked also for a single row, since for a
 * word that is not there the database would else read through the whole register.
 */
const lookClosely = async (): Promise<void> =>
  void (await sql`select set_config('pg_trgm.word_similarity_threshold', '0.4', true),
    set_config('enable_seqscan', 'off', true)`.execute(db()))

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
  await lookClosely()
  const held = await heldOf(typed)
  const misspelt = typed.filter((word) => !held.has(word) && word.length >= shortest)
  if (misspelt.length === 0) return []
  const spelt = typed.filter((word) => held.has(word))
  return listed([...spelt.map(holds), ...misspelt.map(nearly)], sql`word_similarity(${phrase}, search_line)`)
}
