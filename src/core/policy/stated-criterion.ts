/** Rows that read one fact as people state it. */
import type { Common, GradeTolerance, ShareTolerance } from './policy.ts'

/** A number that people state of a service. `fact` is its key in the facts. */
export type AmountCriterion = Common & {
  readonly kind: 'amount'
  readonly fact: string
  readonly whole: boolean
  readonly one: string
  readonly many: string
  /** Where the number is already written here: it then counts unless somebody states another. */
  readonly takenFrom?: 'contracts'
  readonly tolerances: readonly ShareTolerance[]
}

/** One of a few words that people state of a service, worst first. */
export type LevelCriterion = Common & {
  readonly kind: 'level'
  readonly fact: string
  readonly grades: readonly string[]
  readonly tolerances: readonly GradeTolerance[]
}

/** A day that people state of a service. The cells are months from it to the evaluation day. */
export type SinceCriterion = Common & {
  readonly kind: 'since'
  readonly fact: string
  readonly tolerances: readonly ShareTolerance[]
}

/** Criteria that read one fact as people state it. */
export type StatedCriterion = AmountCriterion | LevelCriterion | SinceCriterion
