import { sql } from 'kysely'
import type { LocationRecord } from '../../../core/register/location.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Brings the links between locations to what these locations tell of them. */
export const saveLinks = async (
  locations: readonly Pick<LocationRecord, 'id' | 'relationships'>[],
): Promise<void> => {
  await db()
    .deleteFrom('cqc_location_link')
    .where('told_by', '=', sql<string>`any(${locations.map(({ id }) => id)}::text[])`)
    .execute()
  const links = locations.flatMap(({ id, relationships }) =>
    relationships.map((other) => ({
      told_by: id,
      predecessor_id: other.kind === 'predecessor' ? other.id : id,
      successor_id: other.kind === 'predecessor' ? id : other.id,
      reason: other.reason,
    })),
  )
  if (links.length > 0)
    await db()
      .insertInto('cqc_location_link')
      .values(links)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
