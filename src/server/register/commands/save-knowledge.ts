import { sql } from 'kysely'
import type { LocationKnowledge } from '../../../core/register/knowledge.ts'
import { canonical } from '../../../core/register/merge/canonical.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { excluded } from './excluded.ts'
import { type KnowledgeRow, rejoined, rowOf, standingOf } from './knowledge-rows.ts'
import type { Origin } from './origin.ts'

const keyOf = ({ location_id, source }: KnowledgeRow): string => `${location_id} ${source}`

/** Returns all that is stored of some locations. */
export const storedKnowledge = async (locations: readonly string[]): Promise<KnowledgeRow[]> =>
  // Written by this room alone, in these shapes.
  (await db()
    .selectFrom('cqc_knowledge')
    .where('location_id', '=', sql<string>`any(${[...locations]}::text[])`)
    .select(['location_id', 'source', 'produced', 'file', 'said', 'match_key'])
    .execute()) as unknown as KnowledgeRow[]

const columns = ['location_id', 'source', 'produced', 'file', 'said', 'match_key', 'recorded_at'] as const

const write = async (rows: readonly KnowledgeRow[]): Promise<void> => {
  if (rows.length === 0) return
  await db()
    .insertInto('cqc_knowledge')
    .columns(columns)
    .expression(
      sql`select location_id, source, produced, file, said, match_key, ${now()}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
          (location_id text, source text, produced text, file text, said jsonb, match_key text)`,
    )
    .onConflict((conflict) => conflict.columns(['location_id', 'source']).doUpdateSet(excluded(columns)))
    .execute()
}

/** Which locations a file has told of before, so that a second piece is joined to the first. */
export type Seen = Set<string>

/**
 * Keeps what a batch says of locations, each where its source said nothing newer before. Returns all that is known
 * of these locations now.
 */
export const saveKnowledge = async (
  batch: readonly LocationKnowledge[],
  origin: Origin,
  seen: Seen,
): Promise<readonly KnowledgeRow[]> => {
  const before = new Map(
    (await storedKnowledge([...new Set(batch.map(({ id }) => id))])).map((row) => [keyOf(row), row]),
  )
  const after = new Map(before)
  for (const row of batch.map((knowledge) => rowOf(knowledge, origin))) {
    const key = keyOf(row)
    const held = after.get(key)
    if (!held) after.set(key, row)
    else if (!seen.has(key)) after.set(key, standingOf(row, held))
    // What came of this file before was older than what is known, if it is not what is held now.
    else if (held.file === row.file && held.produced === row.produced) after.set(key, rejoined(held, row))
    seen.add(key)
  }
  const fresh = [...after].filter(([key, row]) => {
    const held = before.get(key)
    return held !== row && (!held || canonical(held) !== canonical(row))
  })
  await write(fresh.map(([, row]) => row))
  return [...after.values()]
}
