/** The facts that rules of alerts read. Small: what other terms offer, already told apart by service. */
import type { Day, Instant } from '../kit/days.ts'
import type { Span } from '../suspensions/suspension.ts'

/** What a proposal says of one criterion. */
export type WatchedCriterion = {
  readonly id: string
  readonly name: string
  readonly source: string
  /** Null where it is not known, or does not apply. */
  readonly proposes: string | null
  readonly because: string
  /** Whether the criterion applies to the service at all. */
  readonly applies: boolean
}

/** A proposal of the engine as rules read it. */
export type WatchedProposal = {
  readonly band: string | null
  readonly because: string
  readonly recordedAt: Instant
  /** Since when the overall band is this one without a break. */
  readonly bandSince: Instant
  readonly known: number
  readonly criteria: readonly WatchedCriterion[]
}

/** The proposal that a later one is compared with: the one of the last decision, or of some days ago. */
export type ComparedProposal = Pick<WatchedProposal, 'band' | 'recordedAt' | 'criteria'> & {
  readonly of: 'last-decision' | 'earlier-day'
  readonly on: Day
}

/** What a regulator or an assessment says of a service. */
export type WatchedGrading = {
  readonly scheme: string
  readonly grade: string
  readonly published: Day
  readonly parts: readonly { readonly name: string; readonly grade: string }[]
  /** The grade that stood before this one, where it was another report's. */
  readonly before: { readonly grade: string; readonly published: Day } | null
}

/** An activity of the monitoring plan. */
export type WatchedActivity = {
  readonly id: string
  readonly activity: string
  readonly name: string
  readonly state: 'due' | 'arranged' | 'held' | 'cancelled'
  readonly due: Day | null
  readonly arrangedFor: Day | null
  readonly heldOn: Day | null
  readonly person: string | null
}

/** What is decided of a service. */
export type WatchedDecision = { readonly band: string; readonly on: Day; readonly recordedAt: Instant }

/** A suspension of new placements that is not over. */
export type WatchedSuspension = Span & {
  readonly id: string
  /** Id of the policy's kind. */
  readonly kind: string
  readonly reviewOn: Day | null
}

/** Everything that rules read of one service that the council commissions. */
export type WatchedService = {
  readonly id: string
  readonly proposal: WatchedProposal | null
  readonly compared: ComparedProposal | null
  readonly decision: WatchedDecision | null
  readonly gradings: readonly WatchedGrading[]
  readonly activities: readonly WatchedActivity[]
  /** Days of visits, planned ones as well. */
  readonly visits: readonly Day[]
  readonly suspensions: readonly WatchedSuspension[]
}

/** A kind of intelligence that the council says it collects, and when the last of it arrived. */
export type WatchedFeed = {
  readonly kind: string
  readonly name: string
  readonly from: Day
  /** Null where nothing ever arrived: there is no silence of what never spoke. */
  readonly lastArrived: Instant | null
}

/** When people last went through the published list, and by when it is due again; null where they never did. */
export type WatchedPublication = { readonly lastReviewed: Day | null; readonly due: Day | null }

/** Everything that rules read of the council as a whole. */
export type WatchedCouncil = {
  readonly feeds: readonly WatchedFeed[]
  readonly publication: WatchedPublication
}
