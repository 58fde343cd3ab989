import type { Break, Wrong } from './breaks.ts'
import { type Digest, linkOf, noLink } from './link.ts'
import type { SealedEvent } from './sealed-event.ts'

/** What became of a part that can be erased: a payload, or an origin. `none`: there never was one. */
export type Erasable = 'matches' | 'differs' | 'erased' | 'removed' | 'none'

/** A seal as it is read back, with its event if that is still there. */
export type SealRow = {
  readonly chain: string
  readonly position: number
  readonly sealedAt: string
  readonly link: string
  readonly eventId: number
  readonly event: SealedEvent | null
  readonly payload: Erasable
  readonly origin: Erasable
}

/** How far a chain was followed. */
export type Followed = {
  readonly chain: string
  readonly position: number
  readonly link: string
  readonly erased: number
  /** The first break; what comes after it is not looked at again. */
  readonly broken: Break | null
}

/** Returns where every chain begins. */
export const beginningOf = (chain: string): Followed => ({
  chain,
  position: 0,
  link: noLink,
  erased: 0,
  broken: null,
})

const erasableWrong = (row: SealRow): Wrong | null => {
  if (row.payload === 'differs') return 'payload-altered'
  if (row.payload === 'removed') return 'payload-removed'
  if (row.origin === 'differs') return 'origin-altered'
  if (row.origin === 'removed') return 'origin-removed'
  return null
}

const wrongOf = (digest: Digest, before: Followed, row: SealRow): Wrong | null => {
  if (row.position !== before.position + 1) return 'seal-removed'
  if (row.event === null) return 'event-removed'
  if (linkOf(digest, before.link, row, row.event) !== row.link) return 'altered'
  return erasableWrong(row)
}

/** Follows a chain by one seal, in the order of positions. */
export const follow = (digest: Digest, before: Followed, row: SealRow): Followed => {
  if (before.broken !== null) return before
  const wrong = wrongOf(digest, before, row)
  const missing = wrong === 'seal-removed'
  return {
    chain: before.chain,
    position: row.position,
    link: row.link,
    erased: before.erased + (row.payload === 'erased' ? 1 : 0),
    broken:
      wrong === null
        ? null
        : {
            wrong,
            chain: before.chain,
            position: missing ? before.position + 1 : row.position,
            event: missing ? null : row.eventId,
          },
  }
}
