import type { Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { FileReport } from '../commands/take-rows.ts'
import type { FileRows } from '../import/file-rows.ts'

/** A file that was sent. `result` is null until it was taken in. */
export type Upload = {
  readonly id: string
  readonly authority: string
  readonly file: string
  readonly rows: FileRows
  readonly result: FileReport | null
  readonly recordedAt: Instant
}

/** Returns a file that was sent. Throws `not-found` where the actor may not see it. */
export const uploadById = async (id: string): Promise<Upload> => {
  const row = await db().selectFrom('contract_upload').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'file', id })
  return {
    id,
    authority: row.authority_id,
    file: row.file,
    // Both were written by this slice, in this shape.
    rows: row.rows as FileRows,
    result: row.result as FileReport | null,
    recordedAt: row.recorded_at,
  }
}

const shown = 10

/** Returns the files that were sent last. */
export const latestUploads = (authority: string) =>
  db()
    .selectFrom('contract_upload')
    .where('authority_id', '=', authority)
    .select(['id', 'file', 'recorded_at', 'done_at'])
    .orderBy('recorded_at', 'desc')
    .limit(shown)
    .execute()
