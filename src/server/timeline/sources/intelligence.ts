import { sql } from 'kysely'
import type { IntelligenceKind } from '../../../core/intelligence/kinds.ts'
import { type Day, endOf } from '../../../core/kit/days.ts'
import { capital } from '../../../core/kit/words.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { kindNames } from '../../register/words.ts'
import type { Source } from '../source.ts'

type Row = {
  readonly id: string
  readonly day: Day
  readonly kind: IntelligenceKind
  readonly ended: boolean
  readonly outcome: string | null
  readonly reference: string | null
}

/** What was recorded of the service: the day on which it happened, and the day on which it ended. */
export const intelligence: Source = {
  name: 'intelligence',
  permission: 'intelligence.see',
  happened: async ({ service, through, asAt, limit }) => {
    const known = asAt === null ? sql`intelligence_now` : sql`intelligence_known(${endOf(asAt)})`
    const { rows } = await sql<Row>`
      select id, day, kind, ended, outcome, reference from (
        select id, occurred as day, kind, false as ended, null as outcome, reference from ${known}
          where service_id = ${service.id}
        union all
        select id, concluded, kind, true, outcome, reference from ${known}
          where service_id = ${service.id} and concluded is not null) happened
      where day <= ${through} order by day desc, ended desc, kind, reference limit ${limit}`.execute(db())
    return rows.map(({ id, day, kind, ended, outcome, reference }) => ({
      day,
      title: ended
        ? `${kindNames[kind]}: ${capital((outcome ?? 'ended').replaceAll('-', ' '))}`
        : kindNames[kind],
      text: reference === null ? null : `Reference ${reference}`,
      // The page of an item is of now.
      href: asAt === null ? `/services/${service.id}/intelligence/${id}` : null,
    }))
  },
}
