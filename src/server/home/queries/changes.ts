import { sql } from 'kysely'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { Looking } from './alert-conditions.ts'

/** Something that happened to a service. `now` and `before` are bands, or words of what it is. */
export type Change = {
  readonly kind: 'proposed' | 'decided' | 'held' | 'received' | 'cancelled' | 'cleared'
  readonly at: Instant
  readonly service: string
  readonly name: string
  readonly before: string | null
  readonly now: string | null
  /** On which day an activity was held, which may be long before it was recorded. */
  readonly heldOn: Day | null
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

/** Which services somebody is concerned with: those that they lead, or all that the council commissions. */
type Concern = { readonly looking: Looking; readonly since: Instant; readonly mine: boolean }

const concerned = ({ looking, mine }: Concern) =>
  mine
    ? sql`service.commissioned and service.contract_lead_id = ${looking.person}`
    : sql`service.commissioned`

/** Proposals that are newer than a moment. */
const newProposals = async (concern: Concern): Promise<readonly Omit<Change, 'before'>[]> => {
  const { rows } = await sql<Omit<Change, 'before'>>`
    select 'proposed' as kind, proposal.recorded_at as at, service.id as service, service.name, proposal.band as now,
      null::date as "heldOn"
    from rating_proposal_now proposal join service_now service on service.id = proposal.service_id
    where proposal.authority_id = ${concern.looking.authority} and proposal.recorded_at > ${concern.since}
      and ${concerned(concern)}`.execute(db())
  return rows
}

/**
 * The bands that stood at a moment, of services that were rated anew since. They are put together with the new ones here:
 * under row-level security the database expects few rows of each, and would compare all with all.
 */
const bandsThen = async ({ looking, since }: Concern): Promise<ReadonlyMap<string, string | null>> => {
  const { rows } = await sql<{ service: string; band: string | null }>`
    select service_id as service, band from rating_proposal_past
    where authority_id = ${looking.authority} and superseded_at > ${since} and recorded_at <= ${since}`.execute(
    db(),
  )
  return new Map(rows.map(({ service, band }) => [service, band]))
}

const changedProposals = async (concern: Concern): Promise<readonly Change[]> => {
  const proposals = await newProposals(concern)
  if (proposals.length === 0) return []
  const then = await bandsThen(concern)
  return proposals
    .map((proposal) => ({ ...proposal, before: then.get(proposal.service) ?? null }))
    .filter(({ before, now }) => before !== now)
}

/**
 * Decisions that moved a service, activities that were held or cancelled, and alerts whose cause is gone. Which services count is asked for
 * once, and names are looked up for the last few: joined before, everything was compared with every service.
 */
const otherChanges = async (concern: Concern, limit: number): Promise<readonly Change[]> => {
  const { looking, since } = concern
  const { authority, whose } = looking
  const { rows } = await sql<Change>`
    with concerned as materialized (select array(select id from service_now service where ${concerned(concern)}) as ids)
    select found.*, service.id as service, service.name from (
      select * from (
        select 'decided' as kind, recorded_at as at, service_id, before, band as now, null::date as "heldOn"
        from rating_decision_now
        where authority_id = ${authority} and recorded_at > ${since} and before is distinct from band
        union all
        select case when by_provider and state = 'held' then 'received' else state end, recorded_at, service_id, null,
          name, held_on
        from activity_now
        where authority_id = ${authority} and recorded_at > ${since} and state in ('held', 'cancelled')
        union all
        select 'cleared', cleared_at, service_id, null, rule, null
        from alert where authority_id = ${authority} and cleared_at > ${since} and done_at is null
          and rule = any(${[...whose.seen]}::text[])
      ) happened
      where service_id = any((select ids from concerned)::uuid[]) order by at desc limit ${limit}
    ) found join service_now service on service.id = found.service_id
    order by at desc, service.name limit ${limit}`.execute(db())
  return rows
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
  const concern = { looking, since, mine }
  const all = [...(await changedProposals(concern)), ...(await otherChanges(concern, limit))]
  return all
    .toSorted((one, other) =>
      one.at === other.at ? (one.name < other.name ? -1 : 1) : one.at > other.at ? -1 : 1,
    )
    .slice(0, limit)
}
