import { allowLongWork } from '../../platform/database/long-work.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { FileRows } from '../import/file-rows.ts'
import { judgeFile } from '../import/judge-file.ts'
import type { Upload } from '../queries/uploads.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { type FileReport, reportOf, takeRows } from './take-rows.ts'

/** Keeps a file that was sent until somebody has looked at what it would do. Nothing of it is taken in yet. */
export const keepUpload = async (
  id: string,
  authority: string,
  file: string,
  rows: FileRows,
): Promise<void> =>
  void (await emit(
    {
      kind: 'contracts.file-sent',
      authority,
      subject: { kind: 'file', id },
      payload: { file, rows: rows.rows.length },
    },
    () =>
      db()
        .insertInto('contract_upload')
        .values({ id, authority_id: authority, file, rows: JSON.stringify(rows), recorded_at: now() })
        .execute(),
  ))

/** Takes rows in: the good ones, or none unless all are good. Returns what became of each. */
export const importRows = async (
  authority: string,
  file: string,
  rows: FileRows,
  keepsGood: boolean,
): Promise<FileReport> => {
  await allowLongWork()
  await oneAtATime(authority)
  const judged = await judgeFile(authority, rows)
  if (keepsGood || judged.every(({ what }) => what !== 'wrong')) await takeRows(authority, file, judged)
  return reportOf(file, judged, keepsGood)
}

/** Takes a kept file in. What came of it stays at its address; its faulty rows can be downloaded there. */
export const finishUpload = async (upload: Upload, keepsGood: boolean): Promise<FileReport> => {
  const result = await importRows(upload.authority, upload.file, upload.rows, keepsGood)
  await db()
    .updateTable('contract_upload')
    .set({ result: JSON.stringify(result), done_at: now() })
    .where('id', '=', upload.id)
    .execute()
  return result
}
