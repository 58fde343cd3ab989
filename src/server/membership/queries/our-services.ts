import type { Day } from '../../../core/kit/days.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** A service of the actor's provider, as one line of their page. */
export type OurService = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly place: string | null
  readonly authority: string
  readonly cqc: string | null
  readonly published: Day | null
  readonly lead: string | null
  readonly managers: readonly string[]
}

/** Returns the services that a person of a provider sees, by council and name, in two queries whatever their number. */
export const ourServices = async (): Promise<readonly OurService[]> => {
  const rows = await db()
    .selectFrom('service_now as ours')
    .innerJoin('authority', 'authority.id', 'ours.authority_id')
    .leftJoin('cqc_location_now as location', 'location.id', 'ours.location_id')
    .leftJoin('person as lead', 'lead.id', 'ours.contract_lead_id')
    .select(['ours.id', 'ours.name', 'ours.service_type as type', 'ours.place'])
    .select(['authority.name as authority', 'location.rating_overall as cqc'])
    .select(['location.rating_published as published', 'lead.name as lead'])
    .orderBy('authority.name')
    .orderBy('ours.name')
    .orderBy('ours.id')
    .execute()
  const managers = await db()
    .selectFrom('provider_membership as member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .where('role', '=', 'registered-manager')
    .where('begins_on', '<=', dayOf(now()))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', dayOf(now()))]))
    .select(['service_id', 'person.name'])
    .orderBy('person.name')
    .execute()
  const byService = Map.groupBy(managers, ({ service_id }) => service_id)
  return rows.map((row) => ({
    ...row,
    id: row.id ?? '',
    name: row.name ?? '',
    type: row.type ?? '',
    managers: (byService.get(row.id) ?? []).map(({ name }) => name),
  }))
}
