import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'

type Row = {
  readonly id: string
  readonly closed: Day
  readonly starts: Day
  readonly service: string
  readonly name: string
}

const closes = sql`coalesce(suspension.lifted_on, service.ended_on)`

/** The texts of suspensions, in every version. That there was one, of which kind and why, from when to when stays. */
export const disposables: readonly Disposable[] = [
  {
    kind: 'suspensions',
    closed: async ({ authority, until }) => {
      const { rows } = await sql<Row>`
        select suspension.id, ${closes} as closed, suspension.starts, service.id as service, service.name
        from suspension join service_now service on service.id = suspension.service_id
        where suspension.authority_id = ${authority} and ${closes} <= ${until}
          and exists (select from suspension_version as said where said.id = suspension.id
            and num_nonnulls(said.valid ->> 'clause', said.valid ->> 'conditions', said.valid #>> '{lift,note}') > 0)
        order by closed, suspension.id`.execute(db())
      return rows.map(({ id, closed, starts, service, name }) => ({
        id,
        closedOn: closed,
        service,
        label: `Suspension of ${dayInWords(starts)}, ${name}`,
        records: 1,
      }))
    },
    erase: async ({ authority, ids }) => {
      await sql`update suspension_version
        set valid = valid || '{"clause": null, "conditions": null}' || case
          when jsonb_typeof(valid -> 'lift') = 'object'
            then jsonb_build_object('lift', (valid -> 'lift') || '{"note": null}')
          else '{}' end
        where authority_id = ${authority} and id = any(${[...ids]}::uuid[])`.execute(db())
      const { rows } = await sql`update suspension set clause = null, conditions = null, lift_note = null
        where authority_id = ${authority} and id = any(${[...ids]}::uuid[]) returning id`.execute(db())
      return rows.length
    },
  },
]
