import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'

type Row = {
  readonly id: string
  readonly closed: Day
  readonly service: string
  readonly reference: string
  readonly name: string
}

/** Who raised concerns that became intelligence. Those that did not are erased with their concern, by a shorter rule. */
export const raiserDisposable: Disposable = {
  kind: 'concern-raisers',
  closed: async ({ authority, until }) => {
    const { rows } = await sql<Row>`
      select raiser.concern_id as id, coalesce(intelligence.concluded, service_now.ended_on) as closed,
        service_now.id as service, concern.reference, service_now.name
      from concern_raiser as raiser
        join raised_concern as concern on concern.id = raiser.concern_id
        join intelligence on intelligence.id = concern.id
        join service_now on service_now.id = concern.service_id
      where raiser.authority_id = ${authority} and (raiser.name is not null or raiser.email is not null)
        and coalesce(intelligence.concluded, service_now.ended_on) <= ${until}
      order by closed, raiser.concern_id`.execute(db())
    return rows.map(({ id, closed, service, reference, name }) => ({
      id,
      closedOn: closed,
      service,
      label: `Who raised ${reference}, ${name}`,
      records: 1,
    }))
  },
  erase: async ({ authority, ids }) => {
    const { rows } = await sql`update concern_raiser set name = null, email = null
      where authority_id = ${authority} and concern_id = any(${ids}::uuid[]) returning concern_id`.execute(
      db(),
    )
    return rows.length
  },
}
