import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { NewServiceNamed } from '../../platform/events/event.ts'
import { leadLocations } from './lead-locations.ts'

/**
 * Adds services that CQC does not register, or that stand outside the area: not commissioned until a contract is
 * added. What is added in an invented council is invented. Returns those that were not there before.
 */
export const addNamedServices = async (
  authority: string,
  services: readonly NewServiceNamed[],
): Promise<readonly string[]> => {
  if (services.length === 0) return []
  const { invented } = await db()
    .selectFrom('authority')
    .where('id', '=', authority)
    .select('invented')
    .executeTakeFirstOrThrow()
  // A form pressed twice at the same instant: the second waits here for the first.
  await sql`select pg_advisory_xact_lock(hashtextextended('services of ' || ${authority}, 0))`.execute(db())
  const ids = services.map(({ id }) => id)
  const there = new Set(
    (await db().selectFrom('service').where('id', 'in', ids).select('id').execute()).map(({ id }) => id),
  )
  const fresh = services.filter(({ id }) => !there.has(id))
  if (fresh.length === 0) return []
  await emit(
    {
      kind: 'service.added',
      authority,
      subject:
        fresh.length === 1
          ? { kind: 'service', id: fresh[0]?.id ?? '' }
          : { kind: 'authority', id: authority },
      payload: { services: fresh.map(({ id }) => id) },
    },
    async () => {
      await db()
        .insertInto('service')
        .values(
          fresh.map((service) => ({
            id: service.id,
            authority_id: authority,
            location_id: service.location,
            name: service.name,
            service_type: service.type,
            commissioned: false,
            invented,
            provider_name: service.provider || null,
            place: service.place,
            postcode: service.postcode,
            recorded_at: now(),
          })),
        )
        .execute()
      await leadLocations(
        authority,
        fresh.flatMap(({ id, location }) => (location === null ? [] : [{ location, service: id }])),
      )
    },
  )
  return fresh.map(({ id }) => id)
}

/** What a person may change of a service by hand. Size, lead and provider follow its contract. */
export type ServiceDetails = {
  readonly name: string
  readonly service_type: string
  readonly place: string | null
  readonly postcode: string | null
}

const ours = async (id: string) => {
  const service = await db()
    .selectFrom('service_now as service')
    .innerJoin('authority', 'authority.id', 'service.authority_id')
    .where('service.id', '=', id)
    .selectAll('service')
    .select('authority.invented as inventedAuthority')
    .executeTakeFirst()
  if (!service) throw fault('not-found', { what: 'service', id })
  if (service.inventedAuthority && !service.invented) throw fault('real-service')
  return service
}

/** Changes what a person may change of a service. The same again changes nothing. */
export const changeService = async (id: string, after: ServiceDetails): Promise<boolean> => {
  const { authority_id, name, service_type, place, postcode } = await ours(id)
  const before = { name, service_type, place, postcode }
  if (JSON.stringify(before) === JSON.stringify({ ...before, ...after })) return false
  await emit(
    {
      kind: 'service.changed',
      authority: authority_id,
      subject: { kind: 'service', id },
      payload: { services: [{ id, before, after }] },
    },
    () =>
      db()
        .updateTable('service')
        .set({ ...after, recorded_at: now() })
        .where('id', '=', id)
        .execute(),
  )
  return true
}

/** Ends a service: it stays, with its last day and why. Throws `service-under-contract` while a contract is in force. */
export const endService = async (id: string, on: Day, reason: string): Promise<void> => {
  const service = await ours(id)
  if (service.commissioned) throw fault('service-under-contract', { name: service.name })
  await emit(
    {
      kind: 'service.ended',
      authority: service.authority_id,
      subject: { kind: 'service', id },
      payload: { service: id, on, reason },
    },
    () =>
      db()
        .updateTable('service')
        .set({ ended_on: on, end_reason: reason, recorded_at: now() })
        .where('id', '=', id)
        .execute(),
  )
}
