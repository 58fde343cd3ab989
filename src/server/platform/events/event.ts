import type { Instant } from '../../../core/kit/days.ts'

/**
 * Everything that can happen, with what its payload holds. An event is the audit trail and what
 * reactions answer to; a new kind is one line here.
 */
export type Payloads = {
  'intelligence.recorded': {
    id: string
    version: number
    kind: string
    occurred: string
    immediateRisk: boolean
  }
  'register.imported': { source: string; locations: readonly string[] }
  'rating.proposed': { services: readonly { id: string; band: string | null; before: string | null }[] }
  'visit.changed': { visit: string; what: string; by: string }
  'authority.set-up': { pack: string }
  'work.done': { item: string }
}

export type EventKind = keyof Payloads

/** An event as it is read back. `authority` is null for the shared register. */
export type Event<Kind extends EventKind = EventKind> = {
  [K in Kind]: {
    readonly id: number
    readonly kind: K
    readonly authority: string | null
    readonly subject: { readonly kind: string; readonly id: string }
    readonly recordedAt: Instant
    readonly payload: Payloads[K]
  }
}[Kind]
