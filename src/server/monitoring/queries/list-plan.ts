import { type Expression, type SqlBool, sql } from 'kysely'
import { type Day, day, plusDays, plusMonths } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { PlanSearch } from '../search.ts'
import { activitiesOn } from './activities-on.ts'
import { type ActivityState, type ActivityTold, toldColumns } from './activity-told.ts'

/** An activity as a row of the plan of the team. */
export type ListedActivity = ActivityTold & {
  readonly version: number
  readonly serviceId: string
  readonly service: string
  readonly personId: string | null
  readonly person: string | null
  readonly lead: string | null
}

/** The day by which a plan is read: that of the arrangement, else the due date. */
const planned = sql<Day | null>`coalesce(activity.arranged_for, activity.due)`

/** The activities of the authorities that the actor sees, each with its service: of now, or as known on a past day. */
export const activities = (asAt: Day | null = null) =>
  db().selectFrom(activitiesOn(asAt)).innerJoin('service_now', 'service_now.id', 'activity.service_id')

export const isTrue = (condition: ReturnType<typeof sql<boolean>>) => condition as Expression<SqlBool>

/** The contracts that a person leads. */
export const ledBy = (person: string) =>
  db().selectFrom('contract_now').where('lead_id', '=', person).select('id')

const matching = (search: PlanSearch, today: Day) => {
  const { words, lead, person, activity, month, which } = search
  const from = month === null ? null : day(`${month}-01`)
  const states: readonly ActivityState[] = which === 'held' ? ['held'] : ['due', 'arranged']
  return activities(search.asAt)
    .where('activity.state', 'in', states)
    .$if(which === 'overdue', (query) => query.where('activity.due', '<', today))
    .$if(activity !== null, (query) => query.where('activity.activity', '=', activity))
    .$if(lead !== null, (query) => query.where('activity.contract_id', 'in', ledBy(lead ?? '')))
    .$if(person === 'none', (query) => query.where('activity.person_id', 'is', null))
    .$if(person !== null && person !== 'none', (query) =>
      query.where(isTrue(sql<boolean>`activity.person_id::text = ${person}`)),
    )
    .$if(from !== null, (query) =>
      query.where(
        isTrue(sql<boolean>`coalesce(activity.held_on, ${planned}) between ${from}
          and ${from && plusDays(plusMonths(from, 1), -1)}`),
      ),
    )
    .$if(words !== null, (query) =>
      query.where(
        isTrue(
          sql<boolean>`(position(lower(${words}) in lower(concat_ws(' ', service_now.name, activity.name))) > 0 or activity.contract_id
            in (select id from contract_now where position(lower(${words}) in lower(reference)) > 0))`,
        ),
      ),
    )
}

const columns = [
  ...toldColumns,
  'activity.version',
  'activity.service_id as serviceId',
  'service_now.name as service',
  'activity.person_id as personId',
  'person.name as person',
] as const

// Views tell nothing of what cannot be null; the columns of the table say it.
const listedOf = (row: object, lead: string | null): ListedActivity => ({ ...row, lead }) as ListedActivity

/** Returns the activities that match, in the order of their days: one page of them, or all for a download; and how many match. */
export const listPlan = async (
  search: PlanSearch,
  today: Day,
  rows: { readonly limit: number; readonly offset: number } | null,
): Promise<{ readonly activities: readonly ListedActivity[]; readonly count: number }> => {
  const { count } = await matching(search, today)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const held = search.which === 'held'
  const found = await matching(search, today)
    .leftJoin('person', 'person.id', 'activity.person_id')
    .select(columns)
    .select('activity.contract_id as contractId')
    .orderBy(held ? 'activity.held_on' : planned, (order) => (held ? order.desc() : order.asc().nullsLast()))
    .orderBy('service_now.name')
    .orderBy('activity.id')
    .$if(rows !== null, (query) => query.limit(rows?.limit ?? 0).offset(rows?.offset ?? 0))
    .execute()
  const leads = await leadsOf(found.map(({ contractId }) => contractId))
  return {
    activities: found.map((row) => listedOf(row, leads.get(row.contractId ?? '') ?? null)),
    count: Number(count),
  }
}

/** Who leads some contracts, by their ids: asked for the rows of a page alone, since it follows from four tables. */
const leadsOf = async (contracts: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(contracts.flatMap((id) => id ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await db()
    .selectFrom('contract_now')
    .innerJoin('person', 'person.id', 'contract_now.lead_id')
    .where('contract_now.id', 'in', ids)
    .select(['contract_now.id', 'person.name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Returns what the council is to carry out between two days, and what it held then: the work of assessors. */
export const workBetween = async (
  authority: string,
  { from, to }: { readonly from: Day; readonly to: Day },
  activity: string | null,
): Promise<readonly ListedActivity[]> =>
  (
    await activities()
      .leftJoin('person', 'person.id', 'activity.person_id')
      .where('activity.authority_id', '=', authority)
      .where('activity.by_provider', '=', false)
      .where('activity.state', 'in', ['due', 'arranged', 'held'])
      .where(isTrue(sql<boolean>`coalesce(activity.held_on, ${planned}) between ${from} and ${to}`))
      .$if(activity !== null, (query) => query.where('activity.activity', '=', activity))
      .select(columns)
      .orderBy(sql`coalesce(activity.held_on, ${planned})`)
      .orderBy('service_now.name')
      .orderBy('activity.id')
      .execute()
  ).map((row) => listedOf(row, null))
