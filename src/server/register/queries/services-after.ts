import { sql } from 'kysely'
import { dayOf } from '../../../core/kit/days.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import { matchingServices, type ServiceFilter } from './list-services.ts'

/** A place in the list of services: what it is ordered by. */
export type ServicePlace = readonly [name: string, id: string]

/**
 * Returns services in the order of their names, from a place on: for readers that go through the whole list page by
 * page. A limit of null is all of them.
 */
export const servicesAfter = async (
  filter: ServiceFilter,
  place: ServicePlace | null,
  limit: number | null,
) =>
  matchingServices(filter, dayOf(now()))
    .innerJoin('authority', 'authority.id', 'service.authority_id')
    .leftJoin('cqc_provider_now as registered', 'registered.id', 'location.provider_id')
    .select([
      'service.id',
      'service.authority_id',
      'service.name',
      'service.service_type',
      'service.place',
      'service.postcode',
      'service.provider_name',
      'service.location_id',
      'service.commissioned',
      'service.invented',
      'service.population',
      'service.ended_on',
      'service.end_reason',
      'authority.name as authority',
      'registered.name as registered_provider',
      'location.rating_overall',
      'location.rating_published',
      'location.registered_from',
      'location.registered_to',
      'location.manager_in_post',
      'lead.name as lead',
      'proposal.band as proposed',
    ])
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(service.name, service.id) > (${place?.[0]}, ${place?.[1]}::uuid)`),
    )
    .orderBy('service.name')
    .orderBy('service.id')
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .execute()

/** A service as such a list reads it. */
export type ServiceInList = Awaited<ReturnType<typeof servicesAfter>>[number]
