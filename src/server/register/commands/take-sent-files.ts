import { problem } from '../../../core/kit/problems.ts'
import { attempt } from '../../platform/database/attempt.ts'
import { allowLongWork } from '../../platform/database/long-work.ts'
import { actor, db, ground, now, unitOfWork } from '../../platform/database/unit-of-work.ts'
import { dropFiles, keptFile } from '../../platform/files.ts'
import type { SentFile } from '../../platform/http/sent-files.ts'
import { type FileReport, importCqcFile, type Progress } from './import-file.ts'

/** How far an import is: which of its files, by name, and how many rows of it. */
export type ImportProgress = {
  readonly file: string
  readonly rows: number
  /** Set where it was broken off once, by a stop of the server say, and began again. */
  readonly again?: true
}

const every = 1000

/** Returns what tells how far an import is. It is told in a transaction of its own, so that a page can show it. */
const telling = (id: string, file: string, again: boolean): Progress => {
  let told = 0
  return async (rows) => {
    if (performance.now() - told < every) return
    told = performance.now()
    const progress: ImportProgress = { file, rows, ...(again && { again }) }
    await unitOfWork(ground(), actor(), 'write', () =>
      db()
        .updateTable('cqc_import')
        .set({ progress: JSON.stringify(progress) })
        .where('id', '=', id)
        .execute(),
    )
  }
}

/** The folder of an import's files. */
export const importKey = (id: string): string => `imports/${id}`

/** Files are kept until the import after: a job that is broken off at its very end still finds them. */
const dropFormer = async (): Promise<void> => {
  const former = await db().selectFrom('cqc_import').where('done_at', 'is not', null).select('id').execute()
  for (const { id } of former) await dropFiles(importKey(id))
}

/**
 * Takes the files of an import into the register: all of them, or, where one cannot be taken in, none, and the import
 * says why. It runs in a job's unit of work: broken off, it leaves nothing and is begun again.
 */
export const takeSentFiles = async (id: string): Promise<void> => {
  const row = await db().selectFrom('cqc_import').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
  if (row.done_at !== null) return
  await allowLongWork()
  await dropFormer()
  const came = await attempt(async () => {
    const reports: FileReport[] = []
    for (const { name, key } of row.files as readonly SentFile[]) {
      // What is told of progress outlives a process that was killed, and nothing else of it does.
      const tell = telling(id, name, row.progress !== null)
      await tell(0)
      reports.push(await importCqcFile(keptFile(key), tell))
    }
    return reports
  })
  await db()
    .updateTable('cqc_import')
    .set({
      done_at: now(),
      progress: null,
      ...('result' in came
        ? { report: JSON.stringify(came.result) }
        : { problem: JSON.stringify(came.problem) }),
    })
    .where('id', '=', id)
    .execute()
}

/** Ends an import whose job failed for the last time: its page says so, and what to do. */
export const giveImportUp = async (id: string): Promise<void> =>
  void (await db()
    .updateTable('cqc_import')
    .set({ done_at: now(), progress: null, problem: JSON.stringify(problem('import-given-up')) })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .execute())
