import { sql } from 'kysely'
import { nameOfRule } from '../../../core/alerts/rules.ts'
import { councilZone, type Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'

type Row = {
  readonly id: string
  readonly rule: string
  readonly closed: Day
  readonly service: string | null
  readonly name: string | null
}

const closes = sql`(greatest(alert.done_at, alert.cleared_at) at time zone ${sql.lit(councilZone)})::date`

/** What people wrote about alerts that are over. The alert and its history stay. */
export const disposables: readonly Disposable[] = [
  {
    kind: 'alert-notes',
    closed: async ({ authority, until }) => {
      const { rows } = await sql<Row>`
        select alert.id, alert.rule, ${closes} as closed, alert.service_id as service, service.name
        from alert left join service_now service on service.id = alert.service_id
        where alert.authority_id = ${authority} and ${closes} <= ${until}
          and (alert.done_note is not null or exists (select from alert_step step
            where step.authority_id = alert.authority_id and step.alert_id = alert.id and step.note is not null))
        order by closed, alert.id`.execute(db())
      return rows.map(({ id, rule, closed, service, name }) => ({
        id,
        closedOn: closed,
        service,
        label: `${nameOfRule(rule)}, ${name ?? 'the council as a whole'}, closed on ${dayInWords(closed)}`,
        records: 1,
      }))
    },
    erase: async ({ authority, ids }) => {
      await sql`update alert_step set note = null
        where authority_id = ${authority} and alert_id = any(${[...ids]}::uuid[])`.execute(db())
      const { rows } = await sql`update alert set done_note = null
        where authority_id = ${authority} and id = any(${[...ids]}::uuid[]) returning id`.execute(db())
      return rows.length
    },
  },
]
