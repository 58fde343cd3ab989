import { sql } from 'kysely'
import { db, now } from '../../platform/database/unit-of-work.ts'

/**
 * Brings services of the area to what the register says of their location. What a person or a contract has changed is
 * the council's own, and left alone.
 */
export const mirrorRegister = async (services: readonly string[]): Promise<void> =>
  void (await sql`update service set name = location.name, service_type = location.service_type,
      place = location.town, postcode = location.postcode, population = location.beds,
      population_basis = case when location.beds is null then null else 'capacity' end, recorded_at = ${now()}
    from cqc_location location
    where location.id = service.location_id and service.id = any(${[...services]}::uuid[])
      and not service.commissioned and not service.invented
      and (service.name, service.service_type, service.place, service.postcode, service.population)
        is distinct from (location.name, location.service_type, location.town, location.postcode, location.beds)
      and not exists (select from contract_now where contract_now.service_id = service.id)
      and not exists (select from event_now where event_now.kind = 'service.changed'
        and event_now.subject_kind = 'service' and event_now.subject_id = service.id::text)`.execute(db()))
