import { canonicalOf, type SealedEvent } from './sealed-event.ts'

/** Returns a digest of a text, in hexadecimal: SHA-256, which core cannot make itself. */
export type Digest = (text: string) => string

/** Where an event stands: in which chain, at which place, and when it was sealed there. */
export type Place = { readonly chain: string; readonly position: number; readonly sealedAt: string }

/** What stands before the first link of every chain. */
export const noLink = '0'.repeat(64)

/**
 * Returns what the link of an event is the digest of: the link before it, its place, and the event. So a link holds
 * everything before it: nothing can be changed, taken out or put in without all later links changing.
 */
export const linked = (previous: string, place: Place, event: SealedEvent): string =>
  `${previous}\n${JSON.stringify([place.chain, place.position, place.sealedAt])}\n${canonicalOf(event)}`

/** Returns the link of an event, given the link before it. */
export const linkOf = (digest: Digest, previous: string, place: Place, event: SealedEvent): string =>
  digest(linked(previous, place, event))
