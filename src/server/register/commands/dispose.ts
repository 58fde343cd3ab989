import { sql } from 'kysely'
import { councilZone, type Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'
import { dropFiles } from '../../platform/files.ts'
import { importKey } from './take-sent-files.ts'

const closes = sql`(done_at at time zone ${sql.lit(councilZone)})::date`

/** Files of CQC that were sent. They name people, whom the register leaves out. */
export const disposables: readonly Disposable[] = [
  {
    kind: 'import-files',
    closed: async ({ authority, until }) => {
      const { rows } = await sql<{ id: string; closed: Day; files: number }>`
        select id, ${closes} as closed, jsonb_array_length(files) as files from cqc_import
        where authority_id = ${authority} and ${closes} <= ${until} and jsonb_array_length(files) > 0
        order by closed, id`.execute(db())
      return rows.map(({ id, closed, files }) => ({
        id,
        closedOn: closed,
        service: null,
        label: `Files of CQC, taken in on ${dayInWords(closed)}`,
        records: files,
      }))
    },
    // The files go first: broken off, the row still says that there is something to erase.
    erase: async ({ authority, ids }) => {
      for (const id of ids) await dropFiles(importKey(id))
      const { rows } = await sql<{ files: number }>`update cqc_import set files = '[]'
        from (select id, jsonb_array_length(files) as files from cqc_import) as former
        where former.id = cqc_import.id and authority_id = ${authority} and cqc_import.id = any(${ids}::uuid[])
        returning former.files`.execute(db())
      return rows.reduce((sum, { files }) => sum + files, 0)
    },
  },
]
