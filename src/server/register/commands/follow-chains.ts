import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { followContracts } from './follow-contracts.ts'
import { leadLocations } from './lead-locations.ts'
import { mirrorRegister } from './mirror-register.ts'
import { planChain, type ServicePlace } from './plan-chain.ts'

/** A location of a chain. */
export type ChainLocation = {
  readonly id: string
  readonly name: string
  readonly town: string | null
  readonly postcode: string | null
  readonly beds: number | null
  readonly service_type: string
  readonly local_authority: string | null
  readonly invented: boolean
}

/** Locations that are one history, from the oldest to the present one. */
export type Chain = readonly ChainLocation[]

/** Returns the services at locations, each with whether something hangs on it that must not lose it. */
const servicesAt = async (authority: string, locations: readonly string[]): Promise<ServicePlace[]> =>
  (
    await db()
      .selectFrom('service')
      .where('authority_id', '=', authority)
      .where('location_id', '=', sql<string>`any(${[...locations]}::text[])`)
      .select([
        'id',
        'location_id',
        'recorded_at',
        sql<boolean>`commissioned or invented
          or exists (select from contract_now where contract_now.service_id = service.id)
          or exists (select from intelligence_now where intelligence_now.service_id = service.id)`.as(
          'bound',
        ),
      ])
      .orderBy('recorded_at')
      .orderBy('id')
      .execute()
  ).map((row) => ({ ...row, location: row.location_id ?? '' }))

const addServices = async (
  authority: string,
  locations: readonly (ChainLocation & { service: string })[],
) => {
  if (locations.length === 0) return
  await db()
    .insertInto('service')
    .values(
      locations.map((location) => ({
        id: location.service,
        authority_id: authority,
        location_id: location.id,
        name: location.name,
        service_type: location.service_type,
        commissioned: false,
        place: location.town,
        postcode: location.postcode,
        population: location.beds,
        population_basis: location.beds === null ? null : 'capacity',
        recorded_at: now(),
      })),
    )
    .execute()
}

type Moved = { readonly id: string; readonly from: string; readonly to: string }
type Joined = { readonly id: string; readonly into: string }

const move = async (moved: readonly Moved[], joined: readonly Joined[]): Promise<void> => {
  // Joined first: a location has one service of a council at a time.
  for (const { id, into } of joined)
    await db()
      .updateTable('service')
      .set({ joined_to: into, location_id: null })
      .where('id', '=', id)
      .execute()
  for (const { id, to } of moved)
    await db().updateTable('service').set({ location_id: to }).where('id', '=', id).execute()
}

/** Brings the services of a council to some chains of locations. */
export const followChains = async (
  authority: { readonly id: string; readonly areas: readonly string[] },
  chains: readonly Chain[],
): Promise<void> => {
  const areas = new Set(authority.areas)
  const there = await servicesAt(
    authority.id,
    chains.flat().map(({ id }) => id),
  )
  const byLocation = new Map(there.map((service) => [service.location, service]))
  const plans = chains.flatMap((chain) => {
    const services = chain.flatMap(({ id }) => byLocation.get(id) ?? [])
    const present = chain.at(-1)
    const ofArea = chain.some((one) => !one.invented && areas.has(one.local_authority ?? ''))
    if (!present || (services.length === 0 && !ofArea)) return []
    return [
      {
        present,
        ...planChain(
          chain.map(({ id }) => id),
          services,
          randomUUID,
        ),
      },
    ]
  })
  await addServices(
    authority.id,
    plans.flatMap(({ present, added }) => (added === null ? [] : [{ ...present, service: added }])),
  )
  const [moved, joined] = [plans.flatMap((plan) => plan.moved), plans.flatMap((plan) => plan.joined)]
  if (moved.length + joined.length > 0)
    await emit(
      {
        kind: 'service.moved',
        authority: authority.id,
        subject: { kind: 'authority', id: authority.id },
        payload: { moved, joined },
      },
      () => move(moved, joined),
    )
  await leadLocations(
    authority.id,
    plans.flatMap((plan) => plan.leads),
  )
  await mirrorRegister(there.map(({ id }) => id))
  await followContracts(moved.map(({ id }) => id))
}
