import { sql } from 'kysely'
import type { Instant } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Looking } from './alert-conditions.ts'

/** Something that happened to a service. `now` and `before` are bands, or words of what it is. */
export type Change = {
  readonly kind: 'proposed' | 'decided' | 'held' | 'cancelled' | 'cleared'
  readonly at: Instant
  readonly service: string
  readonly name: string
  readonly before: string | null
  readonly now: string | null
}

/** When a person signed in before this time; null where they never did. */
export const lastHere = async (person: string): Promise<Instant | null> => {
  const rows = await db()
    .selectFrom('event_now')
    .where('subject_kind', '=', 'person')
    .where('subject_id', '=', person)
    .where('kind', '=', 'session.started')
    .orderBy('id', 'desc')
    .limit(2)
    .select('recorded_at')
    .execute()
  return (rows[1]?.recorded_at as Instant | undefined) ?? null
}

/**
 * Returns what changed since a moment, newest first: of the services that a person leads, or of all that the council
 * commissions. Proposals count where their band is another than it was then.
 */
export const changesSince = async (
  looking: Looking,
  since: Instant,
  mine: boolean,
  limit: number,
): Promise<readonly Change[]> => {
  const { authority, person, whose } = looking
  const concerned = mine ? sql`and service.contract_lead_id = ${person}` : sql``
  const { rows } = await sql<Change>`
    select found.*, service.id as service, service.name from (
      select 'proposed' as kind, proposal.recorded_at as at, proposal.service_id, before.band as before,
        proposal.band as now
      from rating_proposal_now proposal
        left join lateral (select band from rating_proposal_over_time earlier
          where earlier.service_id = proposal.service_id and earlier.recorded_at <= ${since}
          order by earlier.recorded_at desc limit 1) before on true
      where proposal.authority_id = ${authority} and proposal.recorded_at > ${since}
        and before.band is distinct from proposal.band
      union all
      select 'decided', recorded_at, service_id, before, band
      from rating_decision_now where authority_id = ${authority} and recorded_at > ${since}
      union all
      select state, recorded_at, service_id, null, name
      from activity_now where authority_id = ${authority} and recorded_at > ${since} and state in ('held', 'cancelled')
      union all
      select 'cleared', cleared_at, service_id, null, rule
      from alert where authority_id = ${authority} and cleared_at > ${since} and done_at is null
        and rule = any(${[...whose.seen]}::text[])
    ) found join service_now service on service.id = found.service_id and service.commissioned ${concerned}
    order by at desc, service.name limit ${limit}`.execute(db())
  return rows
}
