import { sql } from 'kysely'
import { linkOf, noLink } from '../../../core/audit/link.ts'
import type { Actor } from '../actor.ts'
import { db, type Ground, now, unitOfWork } from '../database/unit-of-work.ts'
import { byIndex } from './by-index.ts'
import { type EventRow, sealedColumns, sealedEventOf } from './event-row.ts'
import { headsOf } from './heads.ts'
import { sha256 } from './sha256.ts'

/** How many events are sealed in one unit of work. */
const batch = 5000

type WaitingRow = EventRow & { readonly chain: string; readonly sealed: boolean }

/**
 * Returns events whose order can no longer change. One of an open transaction may have a lower number and not be
 * visible yet, so only those are taken that were written before the oldest transaction that is still open.
 */
const settled = async (): Promise<readonly WaitingRow[]> => {
  await byIndex(true)
  const { rows } = await sql<WaitingRow>`
    with settled as materialized (
      select event_id, chain from event_waiting
      where age(event_waiting.xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid)
      order by event_id limit ${batch})
    select settled.chain, exists (select from event_seal where event_seal.event_id = event.id) as sealed,
      ${sealedColumns}
    from settled join event on event.id = settled.event_id
    order by event.id`.execute(db())
  await byIndex(false)
  return rows
}

type End = { readonly position: number; readonly link: string }

const endsNow = async (chains: readonly string[]): Promise<Map<string, End>> =>
  new Map((await headsOf(chains)).map(({ chain, position, link }) => [chain, { position, link }]))

const sealBatch = async (): Promise<number> => {
  // One at a time, however many processes there are: two would give two events one place.
  await sql`select pg_advisory_xact_lock(hashtext('plumbline sealing'))`.execute(db())
  const rows = await settled()
  if (rows.length === 0) return 0
  const heads = await endsNow([...new Set(rows.map(({ chain }) => chain))])
  const at = now()
  const sealedAt = at.replace('Z', '000Z')
  const seals = rows
    .filter(({ sealed }) => !sealed)
    .map((row) => {
      const head = heads.get(row.chain) ?? { position: 0, link: noLink }
      const place = { chain: row.chain, position: head.position + 1, sealedAt }
      const link = linkOf(sha256, head.link, place, sealedEventOf(row))
      heads.set(row.chain, { position: place.position, link })
      return { ...place, event: row.id, link }
    })
  const column = <Value>(of: (seal: (typeof seals)[number]) => Value): Value[] => seals.map(of)
  // What has its seal and waits all the same, after a restore say, keeps the seal that it has.
  await sql`insert into event_seal (chain, position, event_id, link, sealed_at)
    select chain, position, event_id, decode(link, 'hex'), ${at}
    from unnest(${column(({ chain }) => chain)}::text[], ${column(({ position }) => position)}::bigint[],
      ${column(({ event }) => event)}::bigint[], ${column(({ link }) => link)}::text[])
      as given(chain, position, event_id, link)`.execute(db())
  await sql`delete from event_waiting where event_id = any(${rows.map(({ id }) => id)}::bigint[])`.execute(
    db(),
  )
  return rows.length
}

/**
 * Seals every event that is settled, each chain in its own order. Nobody who writes waits for it: it takes no lock
 * on what they write. Returns how many it sealed.
 */
export const sealEvents = async (on: Ground, actor: Actor): Promise<number> => {
  let all = 0
  for (;;) {
    const sealed = await unitOfWork(on, actor, 'write', sealBatch)
    all += sealed
    if (sealed < batch) return all
  }
}
