import { sql } from 'kysely'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** An open alert as another system reads it. */
export type AlertInList = {
  readonly id: string
  readonly rule: string
  readonly says: string
  readonly service: string | null
  readonly serviceName: string | null
  readonly since: Instant
  readonly due: Day | null
  readonly person: string | null
  readonly acknowledgedAt: Instant | null
  readonly snoozedUntil: Day | null
}

/** Returns open alerts of some rules in the order in which their causes began, from a place on. */
export const alertsAfter = async (
  rules: readonly string[],
  place: readonly [since: string, id: string] | null,
  limit: number,
): Promise<readonly AlertInList[]> => {
  const on =
    place === null
      ? sql`true`
      : sql`(date_trunc('milliseconds', alert.since), alert.id) > (${place[0]}::timestamptz, ${place[1]}::uuid)`
  const { rows } = await sql<AlertInList>`
    select alert.id, alert.rule, alert.says, alert.service_id as service, service.name as "serviceName",
      date_trunc('milliseconds', alert.since) as since, alert.due, person.name as person,
      alert.acknowledged_at as "acknowledgedAt", alert.snoozed_until as "snoozedUntil"
    from alert_now alert
      left join service_now service on service.id = alert.service_id
      left join person on person.id = coalesce(alert.assigned_to, alert.person_id)
    where alert.rule = any(${[...rules]}::text[]) and ${on}
    order by date_trunc('milliseconds', alert.since), alert.id limit ${limit}`.execute(db())
  return rows
}

/** Returns the rule of an open alert of the council; null where there is none such. */
export const ruleOfAlert = async (id: string): Promise<string | null> =>
  (await db().selectFrom('alert_now').where('id', '=', id).select('rule').executeTakeFirst())?.rule ?? null
