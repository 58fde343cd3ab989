import { sql } from 'kysely'
import type {
  ComparedProposal,
  WatchedCriterion,
  WatchedDecision,
  WatchedGrading,
  WatchedProposal,
} from '../../../core/alerts/watched.ts'
import { type Day, dayOf, endOf, type Instant, plusDays } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Criteria in brief, without their items. */
const criteriaOf = sql`(select coalesce(jsonb_agg(jsonb_build_object(
    'id', criterion -> 'id', 'name', criterion -> 'name', 'source', criterion -> 'source',
    'proposes', criterion -> 'proposes', 'because', criterion -> 'because',
    'applies', criterion ->> 'state' <> 'not-applicable')), '[]')
  from jsonb_array_elements(proposal.brief -> 'criteria') criterion)`

/** Gradings of other schemes than CQC's, which the register knows by itself. */
const gradingsOf = sql`(select coalesce(jsonb_agg(jsonb_build_object(
    'scheme', criterion #> '{evidence,scheme}', 'grade', criterion #> '{evidence,grading,grade}',
    'published', criterion #> '{evidence,grading,published}', 'parts', criterion #> '{evidence,grading,parts}',
    'before', null)), '[]')
  from jsonb_array_elements(proposal.result -> 'criteria') criterion
  where criterion #>> '{evidence,kind}' = 'rating' and criterion #>> '{evidence,scheme}' <> 'cqc'
    and criterion #>> '{evidence,grading,grade}' is not null)`

const bare = (criterion: WatchedCriterion): WatchedCriterion => ({
  ...criterion,
  proposes: criterion.proposes ?? null,
})

/** The proposal that stands for a service, with what it says of gradings by others. */
export type ProposalWithGradings = WatchedProposal & {
  readonly id: string
  readonly gradings: readonly WatchedGrading[]
}

/** Returns the proposals that stand for some services, and since when their bands are what they are. */
export const watchedProposals = async (
  services: readonly string[],
): Promise<ReadonlyMap<string, ProposalWithGradings>> => {
  const { rows } = await sql<ProposalWithGradings & { readonly service: string }>`
    select proposal.service_id as service, proposal.id, proposal.band, proposal.recorded_at as "recordedAt",
      coalesce((select max(other.superseded_at) from rating_proposal_past other
        where other.service_id = proposal.service_id and other.band is distinct from proposal.band
          and other.superseded_at is not null),
        (select min(first.recorded_at) from rating_proposal_past first
          where first.service_id = proposal.service_id)) as "bandSince",
      proposal.brief #>> '{overall,because}' as because, (proposal.brief #>> '{overall,known}')::int as known,
      ${criteriaOf} as criteria, ${gradingsOf} as gradings
    from rating_proposal_now proposal where proposal.service_id = any(${[...services]}::uuid[])`.execute(db())
  return new Map(rows.map(({ service, ...row }) => [service, { ...row, criteria: row.criteria.map(bare) }]))
}

/** Returns what is decided of some services. */
export const watchedDecisions = async (
  services: readonly string[],
): Promise<ReadonlyMap<string, WatchedDecision>> => {
  const rows = await db()
    .selectFrom('rating_decision_now')
    .where('service_id', 'in', services)
    .select(['service_id', 'band', 'decided_on as on', 'recorded_at as recordedAt'])
    .execute()
  return new Map(rows.map(({ service_id, ...decision }) => [service_id, decision]))
}

/** Which past moment a service's proposal is compared with. */
const momentsOf = (
  services: readonly string[],
  decisions: ReadonlyMap<string, WatchedDecision>,
  earlier: Day,
): readonly { readonly service: string; readonly at: Instant; readonly of: ComparedProposal['of'] }[] =>
  services.map((service) => {
    const decision = decisions.get(service)
    return decision === undefined
      ? { service, at: endOf(earlier), of: 'earlier-day' }
      : { service, at: decision.recordedAt, of: 'last-decision' }
  })

/**
 * Returns the proposals that those of now are compared with: the one that stood when people last decided; where they
 * never did, the one that stood some days ago. Only where it is another than the one that stands.
 */
export const comparedProposals = async (
  proposals: ReadonlyMap<string, ProposalWithGradings>,
  decisions: ReadonlyMap<string, WatchedDecision>,
  today: Day,
  days: number,
): Promise<ReadonlyMap<string, ComparedProposal>> => {
  const earlier = plusDays(today, -days)
  const moments = momentsOf([...proposals.keys()], decisions, earlier)
  const current = [...proposals.values()].map(({ id }) => id)
  const { rows } = await sql<
    Pick<ComparedProposal, 'band' | 'recordedAt' | 'criteria' | 'of'> & {
      readonly service: string
      readonly at: Instant
    }
  >`select given.service, given.at, given."of", proposal.band, proposal.recorded_at as "recordedAt", ${criteriaOf} as criteria
    from jsonb_to_recordset(${JSON.stringify(moments)}::jsonb) as given (service uuid, at timestamptz, "of" text)
      cross join lateral (select * from rating_proposal_known(given.at) known
        where known.service_id = given.service order by known.recorded_at desc limit 1) proposal
    where not proposal.id = any(${current}::uuid[])`.execute(db())
  return new Map(
    rows.map(({ service, at, criteria, ...row }) => [
      service,
      { ...row, on: row.of === 'last-decision' ? dayOf(at) : earlier, criteria: criteria.map(bare) },
    ]),
  )
}
