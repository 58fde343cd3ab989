import { sql } from 'kysely'
import type { Day, Instant } from '../../core/kit/days.ts'
import { endOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
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

/** Returns the bands that were proposed for a service over time, newest first. */
export const proposalHistory = (service: string) =>
  db()
    .selectFrom('rating_proposal')
    .where('service_id', '=', service)
    .select(['band', 'state', 'recorded_at', 'superseded_at'])
    .orderBy('recorded_at', 'desc')
    .limit(20)
    .execute()

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

/** Returns the name of a service. Throws `not-found` where the actor may not see it. */
export const ratedService = async (id: string): Promise<{ id: string; name: string }> => {
  const service = await db()
    .selectFrom('service_now')
    .where('id', '=', id)
    .select(['id', 'name'])
    .executeTakeFirst()
  if (!service) throw fault('not-found', { what: 'service', id })
  return service
}
