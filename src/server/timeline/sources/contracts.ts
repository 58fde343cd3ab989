import { sql } from 'kysely'
import { type Day, dayOf, endOf } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import type { Source } from '../source.ts'

type Row = {
  readonly id: string
  readonly day: Day
  readonly reference: string
  readonly what: 'began' | 'ends' | 'stopped'
}

const words = { began: 'begins', stopped: 'stopped' } as const

const endsInWords = (day: Day, today: Day): string => (day > today ? 'is to end' : 'was to end')

/** The days on which contracts began, were to end, and stopped. */
export const contracts: Source = {
  name: 'contracts',
  permission: 'contracts.see',
  happened: async ({ service, through, asAt, limit }) => {
    const today = asAt ?? dayOf(now())
    const known =
      asAt === null
        ? sql`(select id, service_id, reference, starts, ends, stopped_on from contract_now)`
        : sql`(select id, service_id, valid #>> '{terms,reference}' as reference,
            (valid #>> '{terms,starts}')::date as starts, (valid #>> '{terms,ends}')::date as ends,
            (valid #>> '{stop,on}')::date as stopped_on from contract_known(${endOf(asAt)}))`
    const { rows } = await sql<Row>`
      select id, day, reference, what from (
        select id, starts as day, reference, 'began' as what from ${known} as known where service_id = ${service.id}
        union all
        select id, coalesce(stopped_on, ends), reference, case when stopped_on is null then 'ends' else 'stopped' end
          from ${known} as known where service_id = ${service.id}) happened
      where day <= ${through} order by day desc, reference, what limit ${limit}`.execute(db())
    return rows.map(({ id, day, reference, what }) => ({
      day,
      title: `Contract ${reference} ${what === 'ends' ? endsInWords(day, today) : words[what]}`,
      text: null,
      href: `/contracts/${id}`,
    }))
  },
}
