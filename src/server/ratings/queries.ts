import { sql } from 'kysely'
import type { Day, Instant } from '../../core/kit/days.ts'
import { endOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import type { Population } from '../../core/ratings/facts.ts'
import type { Figured } from '../../core/ratings/figure.ts'
import type { Rating } from '../../core/ratings/rating.ts'
import { db } from '../platform/database/unit-of-work.ts'

/** A stored proposal: what the engine said, when, and until when it stood. */
export type Proposal = {
  readonly rating: Rating
  readonly evaluatedOn: Day
  readonly recordedAt: Instant
}

type Row = { result: unknown; evaluated_on: Day; recorded_at: Instant }

// Written by reRate() from the engine's own type; nobody else writes the table.
const proposalOf = (row: Row | undefined): Proposal | null =>
  row ? { rating: row.result as Rating, evaluatedOn: row.evaluated_on, recordedAt: row.recorded_at } : null

/** Returns the proposal that stands for a service now, or that stood at the end of a past day. Null where there was none. */
export const proposalOn = async (service: string, asAt: Day | null): Promise<Proposal | null> => {
  if (asAt === null)
    return proposalOf(
      await db()
        .selectFrom('rating_proposal_now')
        .where('service_id', '=', service)
        .selectAll()
        .executeTakeFirst(),
    )
  const { rows } = await sql<Row>`
    select result, evaluated_on, recorded_at from rating_proposal_known(${endOf(asAt)}) where service_id = ${service}
  `.execute(db())
  return proposalOf(rows[0])
}

/** Returns of how many people the proposal that stood on a past day counted; null where it counted of none. */
export const populationThen = async (service: string, asAt: Day): Promise<Population | null> => {
  const { rows } = await sql<{ population: Population | null }>`
    select criterion #> '{evidence,population}' as population
    from rating_proposal_known(${endOf(asAt)}) proposal
      cross join lateral jsonb_array_elements(proposal.result -> 'criteria') criterion
    where proposal.service_id = ${service} and criterion #>> '{evidence,kind}' = 'rate' limit 1`.execute(db())
  return rows[0]?.population ?? null
}

/** What a stored proposal said of one criterion, without its items and words. */
export type PastCriterion = Figured & { readonly id: string; readonly proposes: string | null }

/** A proposal of the past: when it stood, and what it said. */
export type PastProposal = {
  readonly band: string | null
  readonly recordedAt: Instant
  readonly supersededAt: Instant | null
  readonly criteria: readonly PastCriterion[]
}

/**
 * Returns the proposals that stood for a service between two days, oldest first: one query for the charts of every
 * criterion. Items and words stay in the database: they are nine tenths of a stored result.
 */
export const proposalHistory = async (
  service: string,
  from: Day,
  to: Day,
): Promise<readonly PastProposal[]> => {
  const { rows } = await sql<PastProposal>`
    select band, recorded_at as "recordedAt", superseded_at as "supersededAt",
      (select jsonb_agg(jsonb_build_object(
          'id', criterion -> 'id', 'state', criterion -> 'state', 'value', criterion -> 'value',
          'proposes', criterion -> 'proposes',
          'evidence', case jsonb_typeof(criterion -> 'evidence')
            when 'object' then (criterion -> 'evidence') - '{items,grading,overlap,window,collected}'::text[] end))
        from jsonb_array_elements(result -> 'criteria') criterion) as criteria
    from rating_proposal
    where service_id = ${service} and recorded_at < ${endOf(to)}
      and (superseded_at is null or superseded_at >= ${endOf(from)})
    order by recorded_at, event_id
  `.execute(db())
  return rows
}

/** Returns the ids of every service that the actor may see: for the daily re-rating. */
export const allServices = async (): Promise<string[]> =>
  (await db().selectFrom('service_now').select('id').execute()).map(({ id }) => id)

/** Returns the services, of any council, that stand at some CQC locations. */
export const servicesOfLocations = async (locations: readonly string[]): Promise<string[]> =>
  locations.length === 0
    ? []
    : (await db().selectFrom('service_now').where('location_id', 'in', locations).select('id').execute()).map(
        ({ id }) => id,
      )

/** A service that a page of ratings is about, and whose it is. */
export type Rated = { readonly id: string; readonly name: string; readonly authority: string }

/** Returns the name of a service. Throws `not-found` where the actor may not see it. */
export const ratedService = async (id: string): Promise<Rated> => {
  const service = await db()
    .selectFrom('service_now')
    .where('id', '=', id)
    .select(['id', 'name', 'authority_id as authority'])
    .executeTakeFirst()
  if (!service) throw fault('not-found', { what: 'service', id })
  return service
}
