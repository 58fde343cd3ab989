/** What a demonstration is made of: all of it invented, and worked out before a row is written. */
import type { Stop } from '../../core/contracts/stop-form.ts'
import type { Funding, PopulationBasis } from '../../core/contracts/terms.ts'
import type { IntelligenceKind } from '../../core/intelligence/kinds.ts'
import type { Day } from '../../core/kit/days.ts'
import type { Role } from '../../core/people/roles.ts'
import type { IntelligenceSaid } from '../intelligence/commands/write-intelligence.ts'

export type InventedPerson = { readonly key: string; readonly name: string; readonly role: Role }

/** A rating as CQC might have published it. Without key questions there is no grade either: Not rated. */
export type InventedRating = {
  readonly published: Day
  readonly overall: string
  /** In CQC's order: Safe, Effective, Caring, Responsive, Well-led. */
  readonly keyQuestions: readonly string[]
}

export type InventedService = {
  readonly key: string
  readonly name: string
  readonly type: string
  readonly provider: string
  readonly place: string
  readonly postcode: string
  readonly population: number | null
  /** Where CQC regulates it: since when, and its ratings, oldest first. */
  readonly cqc: { readonly registered: Day; readonly ratings: readonly InventedRating[] } | null
}

/** One item of intelligence: what was known of it, from which day. */
export type InventedItem = {
  readonly id: string
  readonly service: string
  readonly immediateRisk: boolean
  /** Each later one adds how it ended, or corrects what was recorded wrongly. */
  readonly versions: readonly { readonly known: Day; readonly said: IntelligenceSaid }[]
}

export type InventedContract = {
  readonly reference: string
  readonly service: string
  readonly type: string
  readonly provider: string
  /** From which day Plumbline holds it; those that are older than the demonstration come with its first day. */
  readonly known: Day
  readonly starts: Day
  readonly ends: Day | null
  readonly pounds: number | null
  readonly funding: Funding
  readonly specification: string | null
  readonly population: { readonly basis: PopulationBasis; readonly stated: number | null }
  /** Older contracts do not ask for the annual statement (W 3.4.1). */
  readonly annualStatement: boolean
  /** Who leads it first; without a named lead the Authorised Officer leads (W2.1). */
  readonly lead: string | null
  /** Who took over, and when. */
  readonly laterLeads: readonly { readonly person: string; readonly from: Day }[]
  readonly stop: { readonly known: Day; readonly how: Stop } | null
}

export type InventedVisit = {
  readonly service: string
  readonly heldOn: Day
  /** What the assessor found, question by question; null where the visit is still to come. */
  readonly found: 'well' | 'mixed' | 'poor' | null
}

export type InventedCouncil = {
  readonly id: string
  readonly name: string
  readonly pack: string
  /** Real areas whose public records are shown beside the invented services. */
  readonly areas: readonly string[]
  readonly people: readonly InventedPerson[]
  readonly officer: string
  /** What the registered manager among the people manages. */
  readonly managed: string
  readonly services: readonly InventedService[]
  readonly items: readonly InventedItem[]
  readonly contracts: readonly InventedContract[]
  readonly visits: readonly InventedVisit[]
  /** From which day all of a kind are recorded. What is not here is not collected: its silence is no zero (WA2). */
  readonly feeds: readonly { readonly kind: IntelligenceKind; readonly from: Day }[]
}

/** A whole demonstration, from the day on which its councils began to the day on which it is loaded. */
export type Demonstration = {
  readonly begun: Day
  readonly today: Day
  readonly councils: readonly InventedCouncil[]
}
