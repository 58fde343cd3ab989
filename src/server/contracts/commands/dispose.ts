import { sql } from 'kysely'
import { councilZone, type Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'

const closes = sql`(coalesce(done_at, recorded_at) at time zone ${sql.lit(councilZone)})::date`

/** The rows of files that were sent. The contracts that were made of them stay. */
export const disposables: readonly Disposable[] = [
  {
    kind: 'contract-uploads',
    closed: async ({ authority, until }) => {
      const { rows } = await sql<{
        id: string
        closed: Day
      }>`select id, ${closes} as closed from contract_upload
        where authority_id = ${authority} and ${closes} <= ${until} and jsonb_array_length(rows -> 'rows') > 0
        order by closed, id`.execute(db())
      return rows.map(({ id, closed }) => ({
        id,
        closedOn: closed,
        service: null,
        label: `File of contracts, closed on ${dayInWords(closed)}`,
        records: 1,
      }))
    },
    erase: async ({ authority, ids }) => {
      const { rows } = await sql`update contract_upload set rows = jsonb_set(rows, '{rows}', '[]'),
          result = result || '{"report": [], "rejected": []}', file = 'disposed of'
        where authority_id = ${authority} and id = any(${ids}::uuid[]) returning id`.execute(db())
      return rows.length
    },
  },
]
