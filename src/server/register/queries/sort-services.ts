import { sql } from 'kysely'

/** What the list of services can be sorted by. CQC's rating is not among them: on a past day it is found afterwards. */
export const sortKeys = ['name', 'type', 'place', 'decided', 'proposed', 'lead'] as const

export type SortKey = (typeof sortKeys)[number]

/** Returns the column that a list is sorted by: a band by its place in the policy, worst first. */
export const sortColumn = (key: SortKey, bands: readonly string[]) => {
  const placeOf = (band: string) => sql`array_position(${[...bands]}::text[], ${sql.ref(band)})`
  return {
    name: sql.ref('service.name'),
    type: sql.ref('service.service_type'),
    place: sql.ref('service.place'),
    decided: placeOf('decision.band'),
    proposed: placeOf('proposal.band'),
    lead: sql.ref('lead.name'),
  }[key]
}
