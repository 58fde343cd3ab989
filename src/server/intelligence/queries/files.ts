import type { Mapping } from '../../../core/intelligence/import/columns.ts'
import type { Instant } from '../../../core/kit/days.ts'
import { fault, type Problem } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Keep } from '../commands/take-table.ts'
import { sourceKey } from '../id-of-reference.ts'
import type { Report } from '../import/report.ts'

/** How far a file is: its columns are asked for, it is read, looked at, taken in, or done with. */
export type Stage = 'columns' | 'judging' | 'judged' | 'taking' | 'done'

/** A file of intelligence that was sent. */
export type SentIntelligence = {
  readonly id: string
  readonly authority: string
  readonly by: string
  readonly source: string
  readonly file: string
  readonly stored: string | null
  readonly heading: readonly string[]
  readonly mapping: Mapping | null
  readonly stage: Stage
  readonly keep: Keep | null
  readonly progress: number | null
  readonly report: Report | null
  readonly problem: Problem | null
  readonly at: Instant
}

const files = () =>
  db()
    .selectFrom('intelligence_upload as file')
    .leftJoin('person', 'person.id', 'file.person_id')
    .selectAll('file')
    .select('person.name as by')

const shown = (
  row: Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>,
): SentIntelligence => ({
  id: row.id,
  authority: row.authority_id,
  by: row.by ?? 'Somebody',
  source: row.source,
  file: row.file,
  stored: row.stored,
  // These were written by this slice, in these shapes.
  heading: row.heading as readonly string[],
  mapping: row.mapping as Mapping | null,
  stage: row.stage as Stage,
  keep: row.keep as Keep | null,
  progress: row.progress,
  report: row.report as Report | null,
  problem: row.problem as Problem | null,
  at: row.recorded_at,
})

/** Returns a file that was sent, locked where it is to be changed. Throws `not-found` where the actor may not see it. */
export const fileById = async (id: string, lock = false): Promise<SentIntelligence> => {
  const row = await files()
    .where('file.id', '=', id)
    .$if(lock, (query) => query.forUpdate('file'))
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'file', id })
  return shown(row)
}

/** A file in a list, without its rows. */
export type ListedFile = Pick<SentIntelligence, 'id' | 'source' | 'file' | 'stage' | 'at'>

const mostShown = 20

/** Returns the files that were sent last. */
export const latestFiles = async (authority: string): Promise<readonly ListedFile[]> => {
  const rows = await db()
    .selectFrom('intelligence_upload')
    .where('authority_id', '=', authority)
    .select(['id', 'source', 'file', 'stage', 'recorded_at as at'])
    .orderBy('recorded_at', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({ ...row, stage: row.stage as Stage }))
}

/** A system whose files are taken in, with its columns. */
export type Source = { readonly name: string; readonly mapping: Mapping }

/** Returns the systems whose files a council takes in, by name. */
export const sourcesOf = async (authority: string): Promise<readonly Source[]> => {
  const rows = await db()
    .selectFrom('intelligence_source')
    .where('authority_id', '=', authority)
    .select(['name', 'mapping'])
    .orderBy('name')
    .execute()
  return rows.map(({ name, mapping }) => ({ name, mapping: mapping as Mapping }))
}

/** Returns the columns of a source as somebody mapped them; null where nobody has. */
export const mappingFor = async (authority: string, source: string): Promise<Mapping | null> => {
  const row = await db()
    .selectFrom('intelligence_source')
    .where('authority_id', '=', authority)
    .where('key', '=', sourceKey(source))
    .select('mapping')
    .executeTakeFirst()
  return row === undefined ? null : (row.mapping as Mapping)
}
