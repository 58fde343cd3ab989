import { sql } from 'kysely'
import { chainsOf } from '../../../core/register/chains.ts'
import { actor, db } from '../../platform/database/unit-of-work.ts'
import { followChains } from './follow-chains.ts'

/** Few enough to be held in memory with all that they are linked to. */
const atOnce = 1000

/** Returns locations with all those that they are linked to, over any number of links. */
const linkedTo = (locations: readonly string[]) =>
  sql<{ id: string }>`with recursive linked (id) as (
      select unnest(${[...locations]}::text[])
      union
      select case when link.predecessor_id = linked.id then link.successor_id else link.predecessor_id end
      from linked join cqc_location_link_now link on linked.id in (link.predecessor_id, link.successor_id)
    ) select id from linked`.execute(db())

/** What a council follows. */
type Following = { readonly id: string; readonly areas: readonly string[] }

/** Returns those of some locations that can concern a council: in its area, at its services, or linked to others. */
const concerning = async (
  locations: readonly string[],
  authorities: readonly Following[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select location.id from cqc_location location
    where location.id = any(${[...locations]}::text[])
      and (location.local_authority = any(${authorities.flatMap(({ areas }) => areas)}::text[])
        or exists (select from service where service.location_id = location.id)
        or exists (select from cqc_location_link link
          where location.id = link.predecessor_id or location.id = link.successor_id))`.execute(db())
  return rows.map(({ id }) => id)
}

const followSome = async (locations: readonly string[], authorities: readonly Following[]): Promise<void> => {
  const given = await concerning(locations, authorities)
  if (given.length === 0) return

  const ids = (await linkedTo(given)).rows.map(({ id }) => id)
  const among = sql<string>`any(${ids}::text[])`
  const registered = await db()
    .selectFrom('cqc_location')
    .where('id', '=', among)
    .select([
      ...(['id', 'name', 'town', 'postcode', 'beds', 'service_type', 'local_authority', 'invented'] as const),
      ...(['registered_from as from', 'registered_to as to'] as const),
    ])
    .execute()
  const links = await db()
    .selectFrom('cqc_location_link_now')
    .where('predecessor_id', '=', among)
    .select(['predecessor_id as predecessor', 'successor_id as successor'])
    .execute()
  const byId = new Map(registered.map((location) => [location.id, location]))
  const chains = chainsOf(registered, links).map((chain) => chain.flatMap((id) => byId.get(id) ?? []))
  for (const authority of authorities) await followChains(authority, chains)
}

/**
 * Brings the councils' services to what the register says of some locations: one service for each of their areas, that
 * goes on where a registration was carried on under another. Only the actor's authorities follow.
 */
export const followRegister = async (locations: readonly string[]): Promise<void> => {
  const authorities = await db()
    .selectFrom('authority')
    .where('id', 'in', ['', ...actor().authorities])
    .select(['id', 'areas'])
    .execute()
  if (authorities.length === 0) return
  for (let from = 0; from < locations.length; from += atOnce)
    await followSome(locations.slice(from, from + atOnce), authorities)
}

/** Follows all locations of the areas of some authorities: for a council that was just set up. */
export const followAreas = async (): Promise<void> => {
  const locations = await db()
    .selectFrom('cqc_location as location')
    .innerJoin('authority', (join) =>
      join.on((on) => on('location.local_authority', '=', on.fn.any('authority.areas'))),
    )
    .where('authority.id', 'in', ['', ...actor().authorities])
    .select('location.id')
    .execute()
  await followRegister(locations.map(({ id }) => id))
}
