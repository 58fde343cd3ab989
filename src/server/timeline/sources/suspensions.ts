import { sql } from 'kysely'
import { type Day, endOf } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { suspensionWords } from '../../suspensions/policy-words.ts'
import type { Source } from '../source.ts'

type Row = { readonly day: Day; readonly lifted: boolean; readonly kind: string; readonly reason: string }

/** The days on which nobody new could be placed any more, and could again. What was never in force did not happen. */
export const suspensions: Source = {
  name: 'suspensions of new placements',
  permission: 'suspensions.see',
  happened: async ({ service, through, asAt, limit }) => {
    const known = asAt === null ? sql`suspension_now` : sql`suspension_known(${endOf(asAt)})`
    const { rows } = await sql<Row>`
      select day, lifted, kind, reason from (
        select starts as day, false as lifted, kind, reason from ${known} as known
          where service_id = ${service.id} and starts is distinct from lifted_on
        union all
        select lifted_on, true, kind, reason from ${known} as known
          where service_id = ${service.id} and lifted_on > starts) happened
      where day <= ${through} order by day desc, lifted desc, kind limit ${limit}`.execute(db())
    const words = await suspensionWords(service.authority)
    return rows.map(({ day, lifted, kind, reason }) => ({
      day,
      title: lifted ? 'Suspension of new placements lifted' : 'New placements suspended',
      text: `${words.kinds(kind)}. ${words.reasons(reason)}`,
      href: `/services/${service.id}/suspensions`,
    }))
  },
}
