import { sql } from 'kysely'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A decision as another system reads it: the band, who decided, and what the meeting that confirms said of it. */
export type DecisionInList = {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly serviceName: string
  readonly session: string
  readonly band: string
  readonly before: string | null
  readonly proposed: string | null
  readonly departure: string
  readonly note: string | null
  readonly decidedOn: Day
  readonly inBandSince: Day
  readonly deciders: readonly string[]
  readonly outcome: string | null
  readonly recordedAt: Instant
  readonly supersededAt: Instant | null
}

/** What decisions are filtered by; null filters nothing. */
export type DecisionFilter = {
  readonly service: string | null
  readonly session: string | null
  /** Only those that stand now: the last of each service. */
  readonly standing: boolean
}

/** Returns decisions, newest first, from a place on. */
export const decisionsAfter = async (
  { service, session, standing }: DecisionFilter,
  place: readonly [recordedAt: string, id: string] | null,
  limit: number,
): Promise<readonly DecisionInList[]> => {
  const at = sql`date_trunc('milliseconds', decision.recorded_at)`
  const conditions = [
    service !== null && sql`decision.service_id = ${service}`,
    session !== null && sql`decision.session_id = ${session}`,
    standing && sql`decision.superseded_at is null`,
    place !== null && sql`(${at}, decision.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)`,
  ].filter((condition) => condition !== false)
  const { rows } = await sql<DecisionInList>`
    select decision.id, decision.authority_id as authority, decision.service_id as service,
      service.name as "serviceName", decision.session_id as session, decision.band, decision.before,
      decision.proposed, decision.departure, decision.note, decision.decided_on as "decidedOn",
      decision.in_band_since as "inBandSince", confirmation.outcome, ${at} as "recordedAt",
      decision.superseded_at as "supersededAt",
      (select coalesce(jsonb_agg(person.name order by decider.place), '[]')
        from jsonb_array_elements(decision.deciders) with ordinality as decider (of, place)
          join person on person.id = (decider.of ->> 'person')::uuid) as deciders
    from rating_decision decision
      join service_now service on service.id = decision.service_id
      left join decision_confirmation confirmation on confirmation.authority_id = decision.authority_id
        and confirmation.decision_id = decision.id
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
    order by ${at} desc, decision.id desc limit ${limit}`.execute(db())
  return rows
}
