import { sql } from 'kysely'
import type { BecauseLine } from '../../../core/alerts/rule.ts'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { isSeen, type Looking } from './alert-conditions.ts'
import type { ListedAlert } from './list-alerts.ts'

/** One step of an alert's history. `by` is null for what Plumbline did by itself. */
export type AlertStep = {
  readonly what: string
  readonly by: string | null
  readonly to: string | null
  readonly until: Day | null
  readonly note: string | null
  readonly at: Instant
}

/** An alert with everything that explains it, and what became of it. */
export type ShownAlert = ListedAlert & {
  readonly lines: readonly BecauseLine[]
  readonly policy: string | null
  readonly doneAt: Instant | null
  readonly clearedAt: Instant | null
  readonly clearedBecause: string | null
  readonly openedAt: Instant
  readonly steps: readonly AlertStep[]
}

type Row = Omit<ShownAlert, 'service' | 'steps'> & {
  readonly serviceId: string | null
  readonly serviceName: string | null
}

const stepsOf = async (id: string): Promise<readonly AlertStep[]> => {
  const { rows } =
    await sql<AlertStep>`select step.what, by.name as by, given.name as to, step.until, step.note,
      step.recorded_at as at
    from alert_step step left join person by on by.id = step.person_id left join person given on given.id = step.to_person_id
    where step.alert_id = ${id} order by step.id desc`.execute(db())
  return rows
}

/** Returns an alert, an open one or one of before. Throws `not-found` where its reader may not see it. */
export const alertById = async (id: string, looking: Looking): Promise<ShownAlert> => {
  const { rows } = await sql<Row>`
    select alert.id, alert.rule, alert.says, alert.urgency, alert.since, alert.due,
      alert.overdue_from as "overdueFrom", alert.because ->> 'opens' as opens, alert.because -> 'lines' as lines,
      alert.snoozed_until as "snoozedUntil", alert.policy_sha256 as policy, alert.done_at as "doneAt",
      alert.cleared_at as "clearedAt", alert.cleared_because as "clearedBecause", alert.recorded_at as "openedAt",
      alert.service_id as "serviceId", service.name as "serviceName", lead.name as lead,
      assigned.name as "assignedTo", acknowledged.name as "acknowledgedBy"
    from alert left join service_now service on service.id = alert.service_id
      left join person lead on lead.id = service.contract_lead_id
      left join person assigned on assigned.id = alert.assigned_to
      left join person acknowledged on acknowledged.id = alert.acknowledged_by
    where alert.id = ${id} and ${isSeen(looking)}`.execute(db())
  const [row] = rows
  if (row === undefined) throw fault('not-found', { what: 'alert', id })
  const { serviceId, serviceName, ...alert } = row
  return {
    ...alert,
    service: serviceId === null ? null : { id: serviceId, name: serviceName ?? '' },
    steps: await stepsOf(id),
  }
}
