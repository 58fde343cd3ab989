import type { Instant } from '../../../core/kit/days.ts'
import { fault, type Problem } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { SentFile } from '../../platform/http/sent-files.ts'
import type { FileReport } from '../commands/import-file.ts'
import type { ImportProgress } from '../commands/take-sent-files.ts'

/** An import of files that were sent by a page. */
export type ShownImport = {
  readonly id: string
  readonly by: string
  readonly files: readonly string[]
  readonly at: Instant
  /** Null while it waits for its turn, and once it is done. */
  readonly progress: ImportProgress | null
  readonly doneAt: Instant | null
  readonly problem: Problem | null
}

/** An import with what it did: of a file full of faults that is long. */
export type ReportedImport = ShownImport & { readonly report: readonly FileReport[] | null }

const columns = ['id', 'files', 'progress', 'problem', 'recorded_at', 'done_at'] as const

const imports = () =>
  db()
    .selectFrom('cqc_import as import')
    .leftJoin('person', (join) =>
      join.on((on) => on(on.cast('person.id', 'text'), '=', on.ref('import.person_id'))),
    )
    .select(columns.map((column) => `import.${column}` as const))
    .select('person.name as by')

const shown = (
  row: Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>,
): ShownImport => ({
  id: row.id,
  by: row.by ?? 'Somebody',
  files: (row.files as readonly SentFile[]).map(({ name }) => name),
  at: row.recorded_at,
  progress: row.progress as ImportProgress | null,
  doneAt: row.done_at,
  problem: row.problem as Problem | null,
})

const latest = 20

/** Returns the latest imports of the actor's council, newest first. */
export const latestImports = async (): Promise<ShownImport[]> =>
  (await imports().orderBy('import.recorded_at', 'desc').limit(latest).execute()).map(shown)

/** Returns an import of the actor's council. Throws `not-found` where there is none of that id. */
export const importById = async (id: string): Promise<ReportedImport> => {
  const row = await imports().select('import.report').where('import.id', '=', id).executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'import', id })
  return { ...shown(row), report: row.report as readonly FileReport[] | null }
}
