import { sql } from 'kysely'
import { type Day, endOf } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** An activity that has a date, in brief. */
export type DueActivity = { readonly name: string; readonly due: Day }

/** How the plan of a service stands: how much has a date, how much of it is overdue, and what comes first. */
export type PlanInBrief = {
  readonly open: number
  readonly overdue: number
  readonly first: DueActivity | null
}

type Row = { readonly name: string; readonly due: Day; readonly byProvider: boolean }

const inBrief = (rows: readonly Row[], on: Day): PlanInBrief => ({
  open: rows.length,
  overdue: rows.filter(({ due }) => due < on).length,
  first: rows[0] ?? null,
})

/**
 * Returns how the plan of a service stands today, or stood as it was known at the end of a past day: all of it, and what
 * of it the provider is to give.
 */
export const planInBrief = async (
  service: string,
  today: Day,
  asAt: Day | null,
): Promise<{ readonly all: PlanInBrief; readonly fromProvider: PlanInBrief }> => {
  const known =
    asAt === null
      ? sql`(select service_id, name, state, due, by_provider from activity_now)`
      : sql`(select (valid ->> 'service_id')::uuid as service_id, valid ->> 'name' as name, valid ->> 'state' as state,
          (valid ->> 'due')::date as due, (valid ->> 'by_provider')::boolean as by_provider
          from activity_known(${endOf(asAt)}))`
  const { rows } = await sql<Row>`select name, due, by_provider as "byProvider" from ${known} as known
    where service_id = ${service} and state in ('due', 'arranged') and due is not null
    order by due, name`.execute(db())
  const on = asAt ?? today
  return {
    all: inBrief(rows, on),
    fromProvider: inBrief(
      rows.filter(({ byProvider }) => byProvider),
      on,
    ),
  }
}
