import type { IntelligenceItem } from '../intelligence/item.ts'
import type { IntelligenceKind } from '../intelligence/kinds.ts'
import type { Day } from '../kit/days.ts'

/** People using the service, and where the number comes from (W3.22). `people` is 1 or more. */
export type Population = { readonly people: number; readonly basis: 'return' | 'capacity' | 'stated' }

/** What a regulator or an assessment said, with the names of grades and parts as they were received. */
export type Grading = {
  /** The pack's scheme: `cqc`, `pamms`. */
  readonly scheme: string
  readonly published: Day
  readonly recorded: Day
  readonly overall: string | null
  readonly parts: Readonly<Record<string, string | null>>
}

/** What is known of a service without its intelligence: small, and read once. */
export type ServiceSummary = {
  readonly id: string
  readonly name: string
  readonly serviceType: string
  readonly population: Population | null
  readonly gradings: readonly Grading[]
  /** What people state of it, by the keys that the policy names. What is null or not there is not known. */
  readonly risk?: Readonly<Record<string, string | number | null>>
  /** Pounds a year of the contracts in force; null or not there where it is not known. */
  readonly contractValue?: number | null
  /** From which day every item of a kind is here. A kind that is not named is not collected: its silence is no zero. */
  readonly collectedFrom: Readonly<Partial<Record<IntelligenceKind, Day>>>
}

/** Everything that the engine reads about one service. */
export type ServiceFacts = ServiceSummary & { readonly intelligence: readonly IntelligenceItem[] }
