import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'
import { kindNames } from '../../register/words.ts'
import { fileDisposable } from './dispose-files.ts'
import { raiserDisposable } from './dispose-raisers.ts'

type Row = {
  readonly id: string
  readonly kind: keyof typeof kindNames
  readonly occurred: Day
  readonly closed: Day
  readonly service: string
  readonly name: string
}

/** The texts of intelligence, and who raised it. What is counted in ratings stays: kind, days and outcome. */
export const disposables: readonly Disposable[] = [
  {
    kind: 'intelligence',
    closed: async ({ authority, until }) => {
      const { rows } = await sql<Row>`
        select intelligence.id, intelligence.kind, intelligence.occurred, service_now.id as service, service_now.name,
          coalesce(intelligence.concluded, service_now.ended_on) as closed
        from intelligence join service_now on service_now.id = intelligence.service_id
        where intelligence.authority_id = ${authority}
          and coalesce(intelligence.concluded, service_now.ended_on) <= ${until}
          and exists (select from intelligence_version as v where v.id = intelligence.id
            and (v.valid ->> 'summary' is not null or v.valid ->> 'reference' is not null))
        order by closed, intelligence.id`.execute(db())
      return rows.map((row) => ({
        id: row.id,
        closedOn: row.closed,
        service: row.service,
        label: `${kindNames[row.kind] ?? row.kind} of ${dayInWords(row.occurred)}, ${row.name}`,
        records: 1,
      }))
    },
    erase: async ({ authority, ids }) => {
      await sql`update intelligence_version set valid = valid || '{"summary": null, "reference": null}'
        where authority_id = ${authority} and id = any(${ids}::uuid[])`.execute(db())
      const { rows } = await sql`update intelligence set summary = null, reference = null
        where authority_id = ${authority} and id = any(${ids}::uuid[]) returning id`.execute(db())
      return rows.length
    },
  },
  raiserDisposable,
  fileDisposable,
]
