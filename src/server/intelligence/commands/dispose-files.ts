import { sql } from 'kysely'
import { councilZone, type Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'
import { dropFiles } from '../../platform/files.ts'
import { fileKey } from './files.ts'

const closes = sql`(coalesce(done_at, recorded_at) at time zone ${sql.lit(councilZone)})::date`

/** Files of intelligence that were sent, and the rows that were to be mended. The intelligence made of them stays. */
export const fileDisposable: Disposable = {
  kind: 'intelligence-uploads',
  closed: async ({ authority, until }) => {
    const { rows } = await sql<{ id: string; closed: Day }>`
      select id, ${closes} as closed from intelligence_upload
      where authority_id = ${authority} and ${closes} <= ${until} and (stored is not null or report is not null)
      order by closed, id`.execute(db())
    return rows.map(({ id, closed }) => ({
      id,
      closedOn: closed,
      service: null,
      label: `File of intelligence, closed on ${dayInWords(closed)}`,
      records: 1,
    }))
  },
  // The file goes first: broken off, the row still says that there is something to erase.
  erase: async ({ authority, ids }) => {
    for (const id of ids) await dropFiles(fileKey(id))
    const { rows } = await sql`update intelligence_upload
      set stored = null, report = null, stage = 'done', file = 'disposed of'
      where authority_id = ${authority} and id = any(${ids}::uuid[]) returning id`.execute(db())
    return rows.length
  },
}
