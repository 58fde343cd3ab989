import { sql } from 'kysely'
import { type Day, endOf, type Instant } from '../../core/kit/days.ts'
import { db } from '../platform/database/unit-of-work.ts'

/** A proposal in a list of all services. */
export type ListedProposal = {
  readonly service: string
  readonly name: string
  readonly band: string | null
  readonly asAt: Day
  readonly recordedAt: Instant
}

/**
 * Returns the proposals of all services in the order of their names, from a place on: those of now, or those that stood
 * at the end of a past day. A limit of null is all of them.
 */
export const proposalsAfter = async (
  asAt: Day | null,
  place: readonly [name: string, service: string] | null,
  limit: number | null,
): Promise<readonly ListedProposal[]> => {
  const from = asAt === null ? sql`rating_proposal_now` : sql`rating_proposal_known(${endOf(asAt)})`
  const on = place === null ? sql`true` : sql`(service.name, service.id) > (${place[0]}, ${place[1]}::uuid)`
  const { rows } = await sql<ListedProposal>`
    select service.id as service, service.name, proposal.band, proposal.evaluated_on as "asAt",
      proposal.recorded_at as "recordedAt"
    from ${from} proposal join service_now service on service.id = proposal.service_id
    where ${on} order by service.name, service.id limit ${limit}`.execute(db())
  return rows
}
