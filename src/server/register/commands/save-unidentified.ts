import { sql } from 'kysely'
import type { Source, UnidentifiedKnowledge } from '../../../core/register/knowledge.ts'
import { matchKeyOf } from '../../../core/register/match-key.ts'
import type { Known } from '../../../core/register/merge/known.ts'
import { isAsNew } from '../../../core/register/merge/past.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { excluded } from './excluded.ts'
import { type Said, saidOf } from './knowledge-rows.ts'
import type { Origin } from './origin.ts'

/** A row of `cqc_unidentified`. */
export type UnidentifiedRow = {
  readonly match_key: string
  readonly source: Source
  readonly produced: string
  readonly file: string
  readonly said: Said
}

/** Returns a row as what is merged. */
export const knownUnidentified = ({ source, produced, said }: UnidentifiedRow): Known => ({
  source,
  produced,
  ...said,
})

/** Returns what is stored under some names and postcodes. */
export const storedUnidentified = async (keys: readonly string[]): Promise<UnidentifiedRow[]> =>
  keys.length === 0
    ? []
    : // Written by this room alone, in these shapes.
      ((await db()
        .selectFrom('cqc_unidentified')
        .where('match_key', '=', sql<string>`any(${[...keys]}::text[])`)
        .select(['match_key', 'source', 'produced', 'file', 'said'])
        .execute()) as unknown as UnidentifiedRow[])

const columns = ['match_key', 'source', 'produced', 'file', 'said', 'recorded_at'] as const

/**
 * Keeps what a batch says of locations that it gives no ids for, also of those that the register does not hold yet:
 * else it would matter which file came first. Returns the locations that it is about, by name and postcode.
 */
export const saveUnidentified = async (
  batch: readonly UnidentifiedKnowledge[],
  { file, undated }: Origin,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = new Map<string, UnidentifiedRow>()
  for (const told of batch) {
    const match_key = matchKeyOf(told.facts)
    if (match_key === null) continue
    const row = {
      match_key,
      source: told.source,
      produced: told.producedOn ?? undated,
      file,
      said: saidOf(told),
    }
    rows.set(`${row.source} ${match_key}`, row)
  }
  const keys = [...rows.values()].map(({ match_key }) => match_key)
  for (const held of await storedUnidentified(keys)) {
    const key = `${held.source} ${held.match_key}`
    const row = rows.get(key)
    if (row && !isAsNew(row, held)) rows.delete(key)
  }
  await db()
    .insertInto('cqc_unidentified')
    .columns(columns)
    .expression(
      sql`select match_key, source, produced, file, said, ${now()}
        from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as given
          (match_key text, source text, produced text, file text, said jsonb)`,
    )
    .onConflict((conflict) => conflict.columns(['match_key', 'source']).doUpdateSet(excluded(columns)))
    .execute()
  const found = await db()
    .selectFrom('cqc_knowledge')
    .where('match_key', '=', sql<string>`any(${keys}::text[])`)
    .select(['match_key', 'location_id'])
    .distinct()
    .execute()
  return new Map(
    [...Map.groupBy(found, ({ match_key }) => match_key ?? '')].map(([key, of]) => [
      key,
      of.map(({ location_id }) => location_id),
    ]),
  )
}
