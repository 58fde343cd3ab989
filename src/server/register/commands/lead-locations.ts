import { sql } from 'kysely'
import { db, now } from '../../platform/database/unit-of-work.ts'

type Lead = { readonly location: string; readonly service: string }

/** Records which service each location leads to, where it led elsewhere before. What it was before stays known. */
export const leadLocations = async (authority: string, leads: readonly Lead[]): Promise<void> => {
  const before = new Map(
    (
      await db()
        .selectFrom('service_location_now')
        .where('authority_id', '=', authority)
        .where('location_id', '=', sql<string>`any(${leads.map(({ location }) => location)}::text[])`)
        .select(['location_id', 'service_id'])
        .execute()
    ).map((row) => [row.location_id, row.service_id]),
  )
  const fresh = leads.filter(({ location, service }) => before.get(location) !== service)
  if (fresh.length === 0) return
  await db()
    .updateTable('service_location')
    .set({ superseded_at: now() })
    .where('authority_id', '=', authority)
    .where('superseded_at', 'is', null)
    .where('location_id', '=', sql<string>`any(${fresh.map(({ location }) => location)}::text[])`)
    .execute()
  await db()
    .insertInto('service_location')
    .values(
      fresh.map(({ location, service }) => ({
        authority_id: authority,
        location_id: location,
        service_id: service,
        recorded_at: now(),
      })),
    )
    .execute()
}
