import type { Day, Instant } from '../../../core/kit/days.ts'
import type { Because } from '../../../core/monitoring/because.ts'
import type { Moved } from '../../../core/monitoring/changes.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { activitiesOn, recordsOn } from './activities-on.ts'
import { type ActivityState, type ActivityTold, toldColumns } from './activity-told.ts'

/** An activity as a row of a plan. */
export type PlanRow = ActivityTold & {
  readonly place: string | null
  readonly form: string | null
  readonly person: string | null
  readonly contract: string | null
  readonly counts: boolean
  readonly because: Because | null
  readonly moved: Moved | null
  readonly occasion: string | null
  readonly reason: string | null
  readonly recordedAt: Instant
}

const rowsOf = (service: string, asAt: Day | null) =>
  db()
    .selectFrom(activitiesOn(asAt, service))
    .innerJoin(recordsOn(asAt, service), 'record.activity_id', 'activity.id')
    .leftJoin('person', 'person.id', 'activity.person_id')
    .leftJoin('contract_now', 'contract_now.id', 'activity.contract_id')
    .where('activity.service_id', '=', service)
    .select(toldColumns)
    .select(['activity.place', 'activity.form', 'activity.counts', 'activity.recorded_at as recordedAt'])
    .select(['record.because', 'record.moved', 'record.occasion', 'record.reason'])
    .select(['person.name as person', 'contract_now.reference as contract'])

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

// What stands in the two columns of JSON is written by replan() from these types; nobody else writes them.
const rowOf = (row: Row): PlanRow => ({
  ...row,
  id: row.id ?? '',
  activity: row.activity ?? '',
  name: row.name ?? '',
  state: row.state as ActivityState,
  counts: row.counts === true,
  byProvider: row.byProvider === true,
  because: row.because as Because | null,
  moved: row.moved as Moved | null,
  recordedAt: row.recordedAt as Instant,
})

/** What is still to be held for a service, in the order of its days; or was, as known at the end of a past day. */
export const openPlan = async (service: string, asAt: Day | null): Promise<readonly PlanRow[]> =>
  (
    await rowsOf(service, asAt)
      .where('activity.state', 'in', ['due', 'arranged'])
      .orderBy(
        (order) => order.fn.coalesce('activity.arranged_for', 'activity.due'),
        (order) => order.asc().nullsLast(),
      )
      .orderBy('activity.name')
      .orderBy('activity.id')
      .execute()
  ).map(rowOf)

/** How much of the past a page shows. */
const shown = 50

/** What was held or cancelled, the latest first; as known now, or at the end of a past day. */
export const pastPlan = async (service: string, asAt: Day | null): Promise<readonly PlanRow[]> =>
  (
    await rowsOf(service, asAt)
      .where('activity.state', 'in', ['held', 'cancelled'])
      .orderBy(
        (order) => order.fn.coalesce('activity.held_on', 'activity.arranged_for', 'activity.due'),
        (order) => order.desc().nullsLast(),
      )
      .orderBy('activity.id')
      .limit(shown)
      .execute()
  ).map(rowOf)
