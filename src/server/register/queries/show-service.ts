import { sql } from 'kysely'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { endOf } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import type { Visible } from '../../../core/sharing/visible.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Returns a service with what the register holds of its location. Throws `not-found` where the actor may not see it. */
export const serviceById = async (id: string) => {
  const row = await db()
    .selectFrom('service_now as service')
    .innerJoin('authority', 'authority.id', 'service.authority_id')
    .leftJoin('cqc_location_now as location', 'location.id', 'service.location_id')
    .leftJoin('cqc_provider_now as registered', 'registered.id', 'location.provider_id')
    .leftJoin('person as lead', 'lead.id', 'service.contract_lead_id')
    .where('service.id', '=', id)
    .selectAll('service')
    .select([
      'authority.name as authority',
      'location.rating_overall',
      'location.rating_published',
      'location.registered_from',
      'location.registered_to',
      'location.manager_in_post',
      'registered.name as registered_provider',
      'lead.name as lead',
    ])
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'service', id })
  return row
}

/** A service as its row and the register tell it: a page takes what of it its reader may see. */
export type ServiceFound = Awaited<ReturnType<typeof serviceById>>

export type ShownService = Visible<'service', ServiceFound>

/**
 * Returns the id of the actor's service at a CQC location, or of the one that carries on what was registered there;
 * or null.
 */
export const serviceAtLocation = async (location: string): Promise<string | null> => {
  const here = await db()
    .selectFrom('service_now')
    .where('location_id', '=', location)
    .select('id')
    .executeTakeFirst()
  if (here) return here.id
  const led = await db()
    .selectFrom('service_location_now as led')
    .innerJoin('service_now as service', 'service.id', 'led.service_id')
    .where('led.location_id', '=', location)
    .select('service.id')
    .executeTakeFirst()
  return led?.id ?? null
}

/** Returns the service that one of the actor's services has joined, or null where it has joined none. */
export const joinedTo = async (id: string): Promise<string | null> =>
  (await db().selectFrom('service').where('id', '=', id).select('joined_to').executeTakeFirst())?.joined_to ??
  null

/** An item of intelligence as its reader may see it. */
export type ShownIntelligence = Visible<'intelligence', IntelligenceFound>

export type IntelligenceFound = {
  id: string
  kind: string
  occurred: Day
  concluded: Day | null
  outcome: string | null
  reference: string | null
  summary: string | null
  recorded_at: Instant
}

const latest = 20

/** Returns the latest intelligence of a service as known now, or as it was known at the end of a past day. */
export const intelligenceOf = async (service: string, asAt: Day | null): Promise<IntelligenceFound[]> => {
  if (asAt === null)
    return db()
      .selectFrom('intelligence_now')
      .where('service_id', '=', service)
      .select(['id', 'kind', 'occurred', 'concluded', 'outcome', 'reference', 'summary', 'recorded_at'])
      .orderBy('occurred', 'desc')
      .orderBy('id')
      .limit(latest)
      .execute()
  const { rows } = await sql<IntelligenceFound>`
    select id, kind, occurred, concluded, outcome, reference, summary, recorded_at
    from intelligence_known(${endOf(asAt)}) where service_id = ${service}
    order by occurred desc, id limit ${latest}`.execute(db())
  return rows
}
