import { db } from '../../platform/database/unit-of-work.ts'

/** Returns the services at some CQC locations, by the council whose they are. */
export const authoritiesOfLocations = async (
  locations: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (locations.length === 0) return new Map()
  const rows = await db()
    .selectFrom('service_now')
    .where('location_id', 'in', locations)
    .select(['id', 'authority_id'])
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.authority_id)].map(([authority, services]) => [
      authority,
      services.map(({ id }) => id),
    ]),
  )
}
