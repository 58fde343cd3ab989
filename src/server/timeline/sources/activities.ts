import { sql } from 'kysely'
import { type Day, endOf } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Source } from '../source.ts'

type Row = {
  readonly id: string
  readonly day: Day
  readonly name: string
  readonly state: 'arranged' | 'held' | 'received'
}

/** What of the monitoring plan was held, and what is arranged for a day. */
export const activities: Source = {
  name: 'the monitoring plan',
  permission: 'plan.see',
  happened: async ({ service, through, asAt, limit }) => {
    const known =
      asAt === null
        ? sql`(select id, service_id, name, state, by_provider, arranged_for, held_on from activity_now)`
        : sql`(select activity_id as id, (valid ->> 'service_id')::uuid as service_id, valid ->> 'name' as name,
            valid ->> 'state' as state, (valid ->> 'by_provider')::boolean as by_provider, (valid ->> 'arranged_for')::date as arranged_for,
            (valid ->> 'held_on')::date as held_on from activity_known(${endOf(asAt)}))`
    const { rows } = await sql<Row>`
      select id, day, name, state from (
        select id, coalesce(held_on, arranged_for) as day, name,
          case when by_provider and state = 'held' then 'received' else state end as state from ${known} as known
          where service_id = ${service.id} and state in ('arranged', 'held')) happened
      where day <= ${through} order by day desc, name, id limit ${limit}`.execute(db())
    return rows.map(({ id, day, name, state }) => ({
      day,
      title: `${name}: ${state}`,
      text: null,
      href: `/activities/${id}`,
    }))
  },
}
