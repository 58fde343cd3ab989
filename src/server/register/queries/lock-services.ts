import { sql } from 'kysely'
import { db } from '../../platform/database/unit-of-work.ts'

/**
 * Locks some services until the unit of work ends, and returns those that the actor sees by their authority. Two writers
 * of what follows for one service wait for each other here: each then counts what the other has written. No key update,
 * because each holds a key share already, from the foreign key of the fact that it wrote: for update would deadlock.
 */
export const lockServices = async (
  services: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (services.length === 0) return new Map()
  await sql`select id from service where id = any(${[...services]}::uuid[]) order by id for no key update`.execute(
    db(),
  )
  const rows = await db()
    .selectFrom('service_now')
    .where('id', 'in', services)
    .select(['id', 'authority_id as authority'])
    .execute()
  const byAuthority = Map.groupBy(rows, ({ authority }) => authority)
  return new Map([...byAuthority].map(([authority, of]) => [authority, of.map(({ id }) => id)]))
}
