import { db, now } from '../../platform/database/unit-of-work.ts'

/** A service that a council commissions. */
export type NewService = {
  readonly id: string
  readonly authority: string
  readonly location: string | null
  readonly name: string
  readonly type: string
  readonly provider: string
  readonly place: string
  readonly postcode: string
  readonly population: number | null
  readonly lead: string | null
  readonly invented: boolean
}

/** Adds commissioned services to the register of a council. */
export const addServices = async (services: readonly NewService[]): Promise<void> =>
  void (await db()
    .insertInto('service')
    .values(
      services.map((service) => ({
        id: service.id,
        authority_id: service.authority,
        location_id: service.location,
        name: service.name,
        service_type: service.type,
        commissioned: true,
        invented: service.invented,
        provider_name: service.provider,
        place: service.place,
        postcode: service.postcode,
        population: service.population,
        population_basis: service.population === null ? null : 'stated',
        contract_lead_id: service.lead,
        recorded_at: now(),
      })),
    )
    .execute())
