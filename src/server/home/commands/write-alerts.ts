import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { settingsOf } from '../../../core/alerts/causes.ts'
import { dueOf } from '../../../core/alerts/due.ts'
import type { Cause, Urgency } from '../../../core/alerts/rule.ts'
import { ruleNamed } from '../../../core/alerts/rules.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

const urgencies: Readonly<Record<Urgency, number>> = { now: 0, soon: 1, watch: 2 }

/** A new alert, with its id. */
export type NewAlert = { readonly id: string; readonly cause: Cause }

/** Returns causes as alerts that could be written, each with an id of its own. */
export const newAlerts = (causes: readonly Cause[]): readonly NewAlert[] =>
  causes.map((cause) => ({ id: randomUUID(), cause }))

const rowOf = ({ id, cause }: NewAlert, policy: Policy | null) => ({
  id,
  rule: cause.rule,
  service_id: cause.service,
  cause: cause.cause,
  says: cause.says,
  because: { lines: cause.because, opens: cause.opens ?? null },
  urgency: urgencies[ruleNamed(cause.rule)?.urgency ?? 'watch'],
  person_id: cause.person ?? null,
  since: cause.since,
  ...dueOf(cause, settingsOf(policy, cause.rule)),
})

const columns = sql`(id uuid, rule text, service_id uuid, cause text, says text, because jsonb, urgency smallint,
  person_id uuid, since timestamptz, due date, "overdueFrom" timestamptz)`

/** Notes a step in the history of alerts. */
export const noteSteps = async (
  authority: string,
  alerts: readonly string[],
  event: number,
  step: {
    readonly what: string
    readonly person?: string | null
    readonly to?: string
    readonly until?: string | null
    readonly note?: string | null
  },
): Promise<void> =>
  void (await sql`insert into alert_step
      (authority_id, alert_id, what, person_id, to_person_id, until, note, recorded_at, event_id)
    select ${authority}, id, ${step.what}, ${step.person ?? null}::uuid, ${step.to ?? null}::uuid,
      ${step.until ?? null}::date, ${step.note ?? null}::text, ${now()}, ${event}
    from unnest(${[...alerts]}::uuid[]) with ordinality given (id, place) order by place`.execute(db()))

/**
 * Writes new alerts under the event that explains them. What stands already is left as it is: two workers who found the
 * same cause write one alert. Returns the ids of those that were written.
 */
export const insertAlerts = async (
  authority: string,
  alerts: readonly NewAlert[],
  policy: Policy | null,
  event: number,
): Promise<readonly string[]> => {
  if (alerts.length === 0) return []
  const rows = JSON.stringify(alerts.map((alert) => rowOf(alert, policy)))
  const written = await sql<{ id: string }>`insert into alert
      (id, authority_id, rule, service_id, cause, says, because, urgency, person_id, since, due, overdue_from,
        policy_sha256, recorded_at, event_id)
    select id, ${authority}, rule, service_id, cause, says, because, urgency, person_id, since, due, "overdueFrom",
      ${policy?.reference.sha256 ?? null}, ${now()}, ${event}
    from jsonb_to_recordset(${rows}::jsonb) as given ${columns}
    on conflict (authority_id, rule, service_id, cause) where cleared_at is null do nothing
    returning id`.execute(db())
  const ids = written.rows.map(({ id }) => id)
  await noteSteps(authority, ids, event, { what: 'opened' })
  return ids
}

/** Brings alerts that stand to what their causes say now. A date of its own moves; one that runs from the beginning stays. */
export const updateAlerts = async (
  authority: string,
  alerts: readonly NewAlert[],
  policy: Policy | null,
  event: number,
): Promise<void> => {
  if (alerts.length === 0) return
  const rows = alerts.map((alert) => ({ ...rowOf(alert, policy), dated: alert.cause.due !== undefined }))
  await sql`update alert set says = given.says, because = given.because, person_id = given.person_id,
      due = case when given.dated then given.due else alert.due end,
      overdue_from = case when given.dated then given."overdueFrom" else alert.overdue_from end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
      (id uuid, says text, because jsonb, person_id uuid, due date, "overdueFrom" timestamptz, dated boolean)
    where alert.id = given.id and alert.authority_id = ${authority}`.execute(db())
  await noteSteps(
    authority,
    alerts.map(({ id }) => id),
    event,
    { what: 'changed' },
  )
}

/** Clears alerts whose cause is gone, each with the reason. */
export const clearAlerts = async (
  authority: string,
  alerts: readonly { readonly id: string; readonly because: string }[],
  event: number,
): Promise<void> => {
  if (alerts.length === 0) return
  await sql`update alert set cleared_at = ${now()}, cleared_because = given.because
    from jsonb_to_recordset(${JSON.stringify(alerts)}::jsonb) as given (id uuid, because text)
    where alert.id = given.id and alert.authority_id = ${authority} and alert.cleared_at is null`.execute(
    db(),
  )
  await noteSteps(
    authority,
    alerts.map(({ id }) => id),
    event,
    { what: 'cleared' },
  )
}
