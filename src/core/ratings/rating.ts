/** What rating a service gives: the colour and, in the same tree of plain data, everything that explains it. */
import type { IntelligenceKind } from '../intelligence/kinds.ts'
import type { Day } from '../kit/days.ts'
import type { Interval } from '../kit/statistics.ts'
import type { Basis, PolicyReference, Provider } from '../policy/policy.ts'
import type { StatedCriterion } from '../policy/stated-criterion.ts'
import type { Population } from './facts.ts'
import type { Verdict } from './tally.ts'
import type { WindowNote } from './window.ts'

/** One cell of the policy's own row, and whether it holds the value. */
export type Cell = {
  readonly band: string
  readonly name: string
  readonly text: string
  readonly permitted: boolean
  readonly proposed: boolean
}

/** One item that was looked at: whether it counted, and if not, why. */
export type ItemNote = {
  readonly id: string
  readonly kind: IntelligenceKind
  readonly occurred: Day
  /** When the case ended, where that was known by the evaluation day and the criterion looked at it. */
  readonly concluded: Day | null
  readonly verdict: Verdict
}

/** From which day a kind is collected; null where it is not. */
export type Collected = { readonly kind: IntelligenceKind; readonly from: Day | null }

export type PartNote = { readonly name: string; readonly grade: string; readonly deciding: boolean }

/** The newest grading that was known. `grade` is null where it is not rated. */
export type GradingNote = {
  readonly written: string | null
  readonly grade: string | null
  readonly published: Day
  /** The known parts, in the scheme's order. */
  readonly parts: readonly PartNote[]
}

/** How an overlap was resolved: by which rule, and by which parts. */
export type OverlapNote = {
  readonly basis: Basis
  readonly by: 'no-part-known' | 'parts' | 'otherwise'
  readonly decisive: readonly string[]
}

/** What was looked at, whether or not it sufficed. */
export type Evidence =
  | {
      readonly kind: 'rating'
      readonly scheme: string
      readonly grading: GradingNote | null
      readonly overlap: OverlapNote | null
    }
  | {
      readonly kind: 'rate'
      readonly window: WindowNote
      readonly events: number
      readonly population: Population | null
      readonly collected: readonly Collected[]
      readonly items: readonly ItemNote[]
    }
  | {
      readonly kind: 'proportion'
      readonly window: WindowNote
      readonly met: number
      readonly concluded: number
      readonly items: readonly ItemNote[]
    }
  | {
      readonly kind: 'points'
      readonly window: WindowNote
      readonly points: number
      readonly collected: readonly Collected[]
      readonly items: readonly ItemNote[]
    }
  | StatedEvidence

/** A fact as people state it, by the key that the policy names. */
export type StatedEvidence = {
  readonly kind: StatedCriterion['kind']
  readonly fact: string
  readonly stated: string | number | null
  /** Set where nobody stated it, and it was taken from what is written here anyway. */
  readonly takenFrom?: 'contracts'
}

/** Where the true figure probably lies, and how probably: 0.95 for the 95% interval. */
export type IntervalNote = Interval & { readonly level: number }

export type Confidence = { readonly level: 'ok' | 'low'; readonly because: string }

export type Known = {
  readonly state: 'known'
  /** A grade, a share rounded to six places, points, or what was stated. For display; never compared. */
  readonly value: string | number
  readonly interval: IntervalNote | null
  /** Ids of bands, worst first. */
  readonly permits: readonly string[]
  readonly proposes: string
  readonly confidence: Confidence
}

export type UnknownReason =
  | 'no-grading'
  | 'not-rated'
  | 'not-collected'
  | 'no-population'
  | 'no-concluded-case'
  | 'not-stated'
  | 'stated-later'

export type Unknown = {
  readonly state: 'unknown'
  readonly reasons: readonly UnknownReason[]
  readonly wouldHelp: Provider
}

/** What one criterion finds. */
export type Finding =
  | ({ readonly evidence: Evidence } & (Known | Unknown))
  | { readonly evidence: null; readonly state: 'not-applicable' }

export type CriterionRating = Finding & {
  readonly id: string
  readonly kind: Evidence['kind']
  readonly name: string
  readonly source: string
  /** The row of the policy's table, worst first. */
  readonly row: readonly Cell[]
  /** What it adds to the overall, only where the policy adds points; null where it is not known. */
  readonly points?: number | null
  /** For people. */
  readonly because: string
}

/** How many criteria are known, and the ids of those that are not. `points` only where the policy adds points; null without an overall. */
type OverallCounts = {
  readonly known: number
  readonly missing: readonly string[]
  readonly because: string
  readonly points?: number | null
}

export type Overall = OverallCounts &
  (
    | { readonly state: 'known'; readonly band: string; readonly decidedBy: readonly string[] }
    | { readonly state: 'unknown'; readonly band: null; readonly decidedBy: readonly [] }
  )

export type Rating = {
  readonly service: string
  readonly asAt: Day
  readonly policy: PolicyReference
  readonly overall: Overall
  /** In the pack's order. */
  readonly criteria: readonly CriterionRating[]
}
