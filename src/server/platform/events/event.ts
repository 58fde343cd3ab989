import type { Instant } from '../../../core/kit/days.ts'
import type { Access } from '../../../core/people/access.ts'
import type { ProviderRefusal } from '../../../core/people/provider-refusal.ts'
import type { RatingChange } from '../../../core/register/rating-changes.ts'

/** A service that a contract brings with it: the register adds it. */
export type NewServiceNamed = {
  readonly id: string
  readonly location: string | null
  readonly name: string
  readonly type: string
  readonly provider: string
  readonly place: string | null
  readonly postcode: string | null
}

/** How a contract stopped. `on` is its last day, `notice` the day on which the provider was told. */
type ContractStopped = {
  contract: string
  version: number
  service: string
  on: string
  notice: string | null
  reasons: readonly string[]
}

/** What a feed or form collects: which kinds, from when, and of which services. Both lists null: of all. */
type DeclaredFeed = {
  name: string
  kinds: readonly string[]
  from: string
  serviceTypes: readonly string[] | null
  services: readonly string[] | null
}

type ProviderDescribed = { name: string; cqcId: string | null; group: string | null }

/** What changed of a service, each by the name of its column. */
type ServiceFollows = Readonly<Record<string, string | number | boolean | null>>

/**
 * Everything that can happen, with what its payload holds. An event is the audit trail and what
 * reactions answer to; a new kind is one line here, and a sentence in `src/server/audit/sentences.ts`. What names a
 * `service`, or `services`, also stands in their history.
 */
export type Payloads = {
  'intelligence.recorded': {
    id: string
    version: number
    kind: string
    occurred: string
    immediateRisk: boolean
    /** The concern that somebody without an account raised, where it came from one. */
    concern?: string
  }
  'intelligence.file-sent': { source: string; file: string }
  'intelligence.file-accepted': { source: string; file: string; keep: 'good' | 'all' }
  'intelligence.source-mapped': { source: string }
  'feed.declared': DeclaredFeed
  'feed.ended': { feed: string; kind: string; until: string }
  'concern.raised': { concern: string; service: string; immediateRisk: boolean }
  'concern.confirmed': { concern: string; service: string }
  'concern.decided': { concern: string; service: string; decision: 'taken-in' | 'set-aside' }
  'concerns.erased': { concerns: readonly string[] }
  'raiser.told': { concern: string; service: string }
  'facts.stated': {
    before: Readonly<Record<string, string | number | null>>
    after: Readonly<Record<string, string | number | null>>
  }
  'intelligence.corrected': { id: string; version: number; kind: string; fields: readonly string[] }
  'intelligence.imported': {
    source: string
    added: readonly string[]
    changed: readonly { id: string; version: number }[]
    services: readonly string[]
  }
  'register.imported': { source: string; locations: readonly string[] }
  'register.rating-changed': { source: string; changes: readonly RatingChange[] }
  'register.file-sent': { files: readonly string[] }
  'rating.proposed': { services: readonly { id: string; band: string | null; before: string | null }[] }
  'decisions.opened': { meeting: string; heldOn: string; reason: string | null }
  'decisions.chosen': {
    session: string
    services: readonly { id: string; band: string; before: string | null }[]
  }
  'decisions.closed': { session: string; document: string; decided: number; left: number }
  'decisions.confirmed': {
    session: string
    document: string
    confirmed: number
    sentBack: readonly string[]
    services: readonly string[]
  }
  'rating.decided': {
    session: string
    services: readonly { id: string; band: string; before: string | null; inBandSince: string }[]
  }
  'activity.planned': {
    services: readonly string[]
    added: readonly string[]
    moved: readonly string[]
    removed: readonly string[]
  }
  'activity.changed': {
    activity: string
    service: string
    version: number
    state: string
    /** What was done to it: arranged, held, corrected. */
    what: string
    fields: readonly string[]
  }
  'activity.taken-in': { services: readonly string[]; activities: readonly string[] }
  'activity.assigned': {
    person: string | null
    activities: readonly string[]
    services: readonly string[]
  }
  'activity.file-added': { activity: string; service: string; file: string; name: string }
  'activity.action-added': { activity: string; service: string; action: string; due: string }
  'activity.action-done': { activity: string; service: string; action: string; on: string }
  'monitoring.said': {
    contract: string
    service: string
    said: readonly { activity: string; asksFor: boolean; everyMonths: number | null }[]
  }
  'contact.recorded': { contact: string; service: string; kind: string; on: string; followUp: string | null }
  'contact.followed-up': { contact: string; service: string; on: string }
  'calendar.made': { covers: string }
  'calendar.ended': { covers: string }
  /** service: not in those of before the history of services. */
  'visit.changed': { visit: string; service?: string; what: string; by: string }
  'authority.set-up': { pack: string }
  'work.done': { item: string }
  // Alerts: what was found, and what people did with it. Notes stay with the alert.
  'alerts.found': {
    opened: readonly string[]
    changed: readonly string[]
    cleared: readonly string[]
    services: readonly string[]
  }
  'alerts.acknowledged': { alerts: readonly string[]; services: readonly string[] }
  'alerts.assigned': { alerts: readonly string[]; services: readonly string[]; person: string }
  'alerts.snoozed': { alerts: readonly string[]; services: readonly string[]; until: string }
  'alerts.woken': { alerts: readonly string[]; services: readonly string[] }
  'alerts.done': { alerts: readonly string[]; services: readonly string[] }
  'notices.chosen': { digest: string; weekday: number | null; atOnce: boolean }
  'contract.added': { contract: string; version: number; service: string; newService: NewServiceNamed | null }
  'contract.changed': { contract: string; version: number; service: string; fields: readonly string[] }
  'contract.lead-named': {
    contract: string
    service: string
    person: string
    before: string | null
    from: string
  }
  'contract.ended': ContractStopped
  'contract.terminated': ContractStopped
  'contracts.imported': {
    source: string
    added: readonly string[]
    changed: readonly string[]
    services: readonly string[]
    newServices: readonly NewServiceNamed[]
  }
  'suspension.started': { suspension: string; service: string; of: string; from: string; reason: string }
  'suspension.changed': { suspension: string; version: number; service: string; fields: readonly string[] }
  'suspension.lifted': { suspension: string; version: number; service: string; on: string; reason: string }
  'publication.reviewed': { on: string; due: string; services: number; suspended: number }
  'officer.named': { person: string; before: string | null; from: string }
  'provider.changed': { before: ProviderDescribed; after: ProviderDescribed }
  'contracts.file-sent': { file: string; rows: number }
  'service.added': { services: readonly string[] }
  'service.changed': { services: readonly { id: string; before: ServiceFollows; after: ServiceFollows }[] }
  'service.moved': {
    moved: readonly { id: string; from: string; to: string }[]
    joined: readonly { id: string; into: string }[]
  }
  'service.ended': { service: string; on: string; reason: string }
  'membership.given': { membership: string; person: string; role: string; service: string | null }
  'membership.ended': { membership: string; person: string; on: string }
  'service.handed-over': { service: string; from: string; to: string; until: string | null }
  'partner.added': { person: string; agency: string }
  'partner.ended': { person: string; on: string }
  // Accounts: never a password, a code, a link or an address in a payload.
  'account.invited': { roles: readonly string[]; again: boolean }
  'person.let-in': { access: readonly Access[] }
  'person.removed': Record<never, never>
  'account.accepted': { method: string }
  'account.disabled': Record<never, never>
  'account.enabled': Record<never, never>
  'role.given': { role: string }
  'role.taken': { role: string }
  'password.changed': {
    how: 'invitation' | 'link' | 'account'
    breached: 'not-asked' | 'asked' | 'no-answer'
  }
  'password.link-asked': { by: 'person' | 'administrator' | 'operator' }
  'email.change-asked': Record<never, never>
  'email.changed': Record<never, never>
  'second-factor.set': Record<never, never>
  'second-factor.reset': { by: 'person' | 'administrator' | 'operator' }
  'recovery-codes.made': { number: number }
  'recovery-code.used': { left: number }
  'session.started': { method: string; strength: string; device: string }
  'session.ended': { how: 'signed-out' | 'by-person' | 'by-administrator'; sessions: number }
  'sign-in.failed': {
    method: string
    reason: 'unknown' | 'password' | 'code' | 'disabled' | 'no-password' | 'council-account' | ProviderRefusal
  }
  'token.made': {
    token: string
    source: string
    scopes: readonly string[]
    kinds: readonly string[] | null
    until: string
  }
  'token.revoked': { token: string }
  'mail.queued': { mail: string }
  'export.made': { what: string; filters: Readonly<Record<string, string>>; rows: number }
  'retention.proposed': { kinds: Readonly<Record<string, number>> }
  'retention.held': { record: string; id: string; label: string; reason: string }
  'retention.released': { record: string; id: string; label: string }
  'retention.disposed': { certificate: string; digest: string; kinds: Readonly<Record<string, number>> }
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
