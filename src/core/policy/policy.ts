/**
 * A council's policy as the engine reads it: every reference followed, every quantity exact. Plain data.
 * The words of the pack's files become this in `resolve.ts`; nothing here is written by hand.
 */
import type { IntelligenceKind, Outcome } from '../intelligence/kinds.ts'
import type { Day } from '../kit/days.ts'
import type { Quantity } from '../kit/exact.ts'
import type { Band } from './band.ts'
import type { WrittenDocuments } from './documents/written.ts'
import type { StatedCriterion } from './stated-criterion.ts'

/** Where a value comes from: a paragraph of the policy, or an assumption with its reason. */
export type Basis = { readonly source: string } | { readonly assumption: string }

/** Which version of which policy made something. */
export type PolicyReference = {
  readonly pack: string
  readonly version: string
  readonly inForceFrom: Day
  readonly sha256: string
}

/** One end of a band: the quantity, and whether it belongs to the band itself. */
export type Edge = { readonly at: Quantity; readonly inclusive: boolean }

/** The policy's own cell for one band: its words, and what they mean. */
export type GradeTolerance = {
  readonly band: Band
  readonly text: string
  readonly grades: readonly string[]
  /** Points of this cell, where it has its own. */
  readonly points?: number
}
export type ShareTolerance = {
  readonly band: Band
  readonly text: string
  readonly points?: number
  readonly low: Edge | null
  readonly high: Edge | null
}

/** Calendar months that end on the evaluation day. */
export type Window = { readonly months: number; readonly basis: Basis }

/** Grades worst first; parts are key questions or standards. */
export type Scheme = {
  readonly id: string
  readonly name: string
  readonly part: string
  readonly grades: readonly string[]
  readonly aliases: readonly { readonly name: string; readonly means: string }[]
  readonly notRated: readonly string[]
  readonly parts: readonly string[]
}

/** What makes an unknown known, in the council's words. */
export type Provider = { readonly who: string; readonly what: string }

/** What every row of the table has. */
export type Common = {
  readonly id: string
  readonly name: string
  readonly source: string
  /** Ids of the service types that it applies to. */
  readonly appliesTo: readonly string[]
  readonly knownBy: Provider
}

/** Where a grade stands in two bands: proposes the first alternative of which any condition holds. */
export type OverlapRule = {
  readonly grade: string
  readonly noPartKnown: Band
  readonly alternatives: readonly { readonly band: Band; readonly anyOf: readonly PartCondition[] }[]
  readonly basis: Basis
}

/** Holds where any known part (or any known deciding part) is graded below the grade. */
export type PartCondition = { readonly part: 'any' | 'deciding'; readonly below: string }

export type RatingCriterion = Common & {
  readonly kind: 'rating'
  readonly scheme: Scheme
  readonly deciding: readonly string[]
  readonly tolerances: readonly GradeTolerance[]
  readonly overlaps: readonly OverlapRule[]
}

type Counting = Common & {
  readonly window: Window
  readonly tolerances: readonly ShareTolerance[]
  /** Which band to propose where a figure stands in two. */
  readonly overlap: 'worse' | 'better'
}

/** Items of some kinds that occurred in the window, over the service's population. */
export type RateCriterion = Counting & {
  readonly kind: 'rate'
  readonly counts: readonly IntelligenceKind[]
  readonly one: string
  readonly many: string
}

/** Of the cases of a kind concluded in the window, the share that ended so. */
export type ProportionCriterion = Counting & {
  readonly kind: 'proportion'
  readonly counts: readonly IntelligenceKind[]
  /** Where the share is not of all that concluded, but only of those that progressed. */
  readonly among?: 'progressed'
  readonly met: {
    readonly outcomes: readonly Outcome[]
    readonly progressed: boolean
    readonly words: string
  }
  readonly one: string
  readonly many: string
}

/** Points for each item that occurred in the window, added up. */
export type PointsCriterion = Counting & {
  readonly kind: 'points'
  readonly points: readonly { readonly kind: IntelligenceKind; readonly each: number }[]
  /** What one of the sum is called, where not a point. */
  readonly called?: { readonly one: string; readonly many: string }
}

/** Criteria that count intelligence. */
export type CountingCriterion = RateCriterion | ProportionCriterion | PointsCriterion

export type Criterion = RatingCriterion | CountingCriterion | StatedCriterion

/** Whether a criterion counts intelligence. */
export const isCounting = (criterion: Criterion): criterion is CountingCriterion => 'window' in criterion

/** Whether a criterion reads a fact as people state it. */
export const isStated = (criterion: Criterion): criterion is StatedCriterion => 'fact' in criterion

/** How one band comes of all the criteria. Every way needs a least number of known criteria. */
export type OverallRule = { readonly leastKnown: number } & (
  | { readonly kind: 'worst' }
  | {
      readonly kind: 'points'
      /** Points of each criterion that proposes the band, unless its cell has its own. */
      readonly points: readonly { readonly band: Band; readonly each: number }[]
      readonly tolerances: readonly ShareTolerance[]
    }
  | {
      readonly kind: 'at-least-n'
      /** Worst first: the first band that this many criteria propose, or worse. The last needs none. */
      readonly needs: readonly { readonly band: Band; readonly criteria: number }[]
    }
)

export type ConfidenceRule = {
  /** Low where this many cases fewer would change the band. */
  readonly cases: number
  /** Low where a rating is older than this. */
  readonly years: number
  /** The level of the interval: 0.95. */
  readonly level: number
}

export type RatingPolicy = {
  /** What the policy calls the whole rating, where it has a name for it. */
  readonly name?: string
  /** Worst first. */
  readonly bands: readonly Band[]
  readonly schemes: readonly Scheme[]
  readonly criteria: readonly Criterion[]
  readonly overall: OverallRule
  readonly confidence: ConfidenceRule
}

/** A council's whole policy, of one version. */
export type Policy = {
  readonly reference: PolicyReference
  readonly name: string
  readonly serviceTypes: readonly { readonly id: string; readonly name: string }[]
  readonly rating: RatingPolicy
  /** The files as they were written, for the pages that show the policy. */
  readonly documents: WrittenDocuments
}
