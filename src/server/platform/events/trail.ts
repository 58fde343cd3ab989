/** Reading the trail back to verify it: seals in their order, with what is left of their events. */
import { sql } from 'kysely'
import type { Erasable, SealRow } from '../../../core/audit/follow.ts'
import { db } from '../database/unit-of-work.ts'
import { byIndex } from './by-index.ts'
import { digestOf } from './emit.ts'
import { type EventRow, sealedColumns, sealedEventOf } from './event-row.ts'

const batch = 10_000

type Parts = {
  readonly salt: Buffer | null
  readonly payload: string | null
  readonly payload_erased: boolean
  readonly origin_salt: Buffer | null
  readonly address: string | null
  readonly origin_erased: boolean
}

type Row = Omit<EventRow, 'id'> &
  Parts & {
    readonly id: number | null
    readonly chain: string
    readonly position: number
    readonly sealed_at: string
    readonly link: string
    readonly sealed_id: number
  }

// Erased counts only with a certificate that stands in the trail itself.
const certified = (what: string) => sql`exists (select from event_erasure join event as told
    on told.kind = 'retention.disposed' and told.subject_kind = 'certificate'
      and told.subject_id = event_erasure.certificate_id::text
  where event_erasure.event_id = event.id and event_erasure.what = ${what})`

const parts = sql`event_payload.salt, event_payload.payload,
  event_payload.event_id is null and ${certified('payload')} as payload_erased,
  event_origin.salt as origin_salt, event_origin.address,
  event.origin_digest is not null and event_origin.event_id is null and ${certified('origin')} as origin_erased`

const joins = sql`left join event_payload on event_payload.event_id = event.id
  left join event_origin on event_origin.event_id = event.id`

const stateOf = (salt: Buffer | null, text: string | null, erased: boolean, digest: string): Erasable => {
  if (salt === null || text === null) return erased ? 'erased' : 'removed'
  return digestOf(salt, text).toString('hex') === digest ? 'matches' : 'differs'
}

/** What became of an event's payload and origin. */
const erasables = (row: Parts & EventRow): { readonly payload: Erasable; readonly origin: Erasable } => ({
  payload: stateOf(row.salt, row.payload, row.payload_erased, row.digest),
  origin:
    row.origin_digest === null
      ? 'none'
      : stateOf(row.origin_salt, row.address, row.origin_erased, row.origin_digest),
})

const isThere = (row: Row): row is Row & EventRow => row.id !== null

const sealOf = (row: Row): SealRow => ({
  chain: row.chain,
  position: row.position,
  sealedAt: row.sealed_at,
  link: row.link,
  eventId: row.sealed_id,
  ...(isThere(row)
    ? { event: sealedEventOf(row), ...erasables(row) }
    : { event: null, payload: 'removed' as const, origin: 'none' as const }),
})

/** Gives the seals of a chain in the order of their positions, some thousand at a time. */
export async function* sealsOf(chain: string): AsyncGenerator<readonly SealRow[]> {
  // Below any place there can be: a seal that was moved below the first place must not be passed over.
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    await byIndex(true)
    const { rows } = await sql<Row>`
      with seals as materialized (
        select * from event_seal where chain = ${chain} and position > ${after} order by position limit ${batch})
      select seals.chain, seals.position, seals.event_id as sealed_id, encode(seals.link, 'hex') as link,
        to_char(seals.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sealed_at,
        ${sealedColumns}, ${parts}
      from seals left join event on event.id = seals.event_id ${joins}
      order by seals.position`.execute(db())
    await byIndex(false)
    yield rows.map(sealOf)
    if (rows.length < batch) return
    after = rows.at(-1)?.position ?? after
  }
}

/** An event without a seal: it waits for one, or nobody knows how it came here. */
export type Unsealed = {
  readonly id: number
  readonly chain: string
  readonly waits: boolean
  readonly payload: Erasable
  readonly origin: Erasable
}

/** Returns the events without a seal. */
export const unsealedEvents = async (): Promise<readonly Unsealed[]> => {
  const { rows } = await sql<EventRow & Parts & { readonly waits: boolean }>`
    select ${sealedColumns}, ${parts},
      exists (select from event_waiting where event_waiting.event_id = event.id) as waits
    from event ${joins}
    where not exists (select from event_seal where event_seal.event_id = event.id)
    order by event.id`.execute(db())
  return rows.map((row) => ({
    id: row.id,
    chain: row.authority_id ?? '',
    waits: row.waits,
    ...erasables(row),
  }))
}
