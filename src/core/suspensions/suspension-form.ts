import { dayIn } from '../kit/day-in.ts'
import { errorList } from '../kit/error-list.ts'
import type { FieldError } from '../kit/field-error.ts'
import { dayAsTyped } from '../kit/typed-day.ts'
import { textUpTo } from '../kit/typed-text.ts'
import type { Suspension } from './suspension.ts'

/** What a person typed to suspend, word for word; a date is its three parts with spaces between. */
export type SuspensionTyped = {
  readonly kind: string
  readonly reason: string
  readonly starts: string
  readonly reviewOn: string
  readonly clause: string
  readonly conditions: string
  readonly contract: string
  /** `yes` where the contract does not permit it, and it is to be suspended all the same. */
  readonly despite: string
}

/** A form with nothing in it. */
export const blankSuspension: SuspensionTyped = {
  kind: '',
  reason: '',
  starts: '',
  reviewOn: '',
  clause: '',
  conditions: '',
  contract: '',
  despite: '',
}

/** What can be chosen: ids of the policy's kinds and reasons, and contracts with whether they permit suspension. */
export type Choices = {
  readonly kinds: readonly { readonly id: string }[]
  readonly reasons: readonly { readonly id: string }[]
  readonly contracts: readonly { readonly id: string; readonly permits: boolean }[]
}

/** The choice that stands for no contract. */
export const noContract = 'none'

const longest = { clause: 200, conditions: 1000 } as const

/** Reads the form that suspends, or changes a suspension. Returns what it says, or everything that is wrong at once. */
export const readSuspension = (
  typed: SuspensionTyped,
  { kinds, reasons, contracts }: Choices,
): Suspension | { readonly errors: readonly FieldError[] } => {
  const { errors, wrong } = errorList()
  if (!kinds.some(({ id }) => id === typed.kind)) wrong('kind', 'Select what is suspended')
  if (!reasons.some(({ id }) => id === typed.reason)) wrong('reason', 'Select why')
  const starts = dayIn(typed.starts, 'starts', 'The day from which it holds', wrong)
  const reviewOn =
    typed.reviewOn.trim() === '' ? null : dayIn(typed.reviewOn, 'reviewOn', 'The day of the review', wrong)
  if (starts !== null && reviewOn !== null && reviewOn < starts)
    wrong('reviewOn', 'The day of the review must be on or after the day from which it holds')
  const text = (field: keyof typeof longest, what: string): string | null =>
    textUpTo(typed[field], field, what, longest[field], wrong)
  const clause = text('clause', 'The paragraph')
  const conditions = text('conditions', 'What must be so before it is lifted')
  const contract = contracts.find(({ id }) => id === typed.contract)
  if (contract === undefined && typed.contract !== noContract)
    wrong('contract', 'Select the contract, or that it is under none of them')
  if (contract?.permits === false && typed.despite !== 'yes')
    wrong(
      'despite',
      'This contract does not permit suspension. Select another contract, or confirm that you suspend all the same',
    )
  if (errors.length > 0 || starts === null) return { errors }
  return {
    kind: typed.kind,
    reason: typed.reason,
    starts,
    reviewOn,
    clause,
    conditions,
    contract: contract?.id ?? null,
  }
}

/** Returns a suspension as the form shows it. */
export const typedOf = (suspension: Suspension): SuspensionTyped => ({
  kind: suspension.kind,
  reason: suspension.reason,
  starts: dayAsTyped(suspension.starts),
  reviewOn: dayAsTyped(suspension.reviewOn),
  clause: suspension.clause ?? '',
  conditions: suspension.conditions ?? '',
  contract: suspension.contract ?? noContract,
  despite: '',
})

/** What a suspension says, field by field, in words. */
export const suspensionFields = {
  kind: 'what is suspended',
  reason: 'why',
  starts: 'from which day',
  reviewOn: 'the next review',
  clause: 'the paragraph',
  conditions: 'what must be so before it is lifted',
  contract: 'the contract',
} as const satisfies Readonly<Record<keyof Suspension, string>>

/** Returns the fields in which two differ. */
export const changedFields = (before: Suspension, after: Suspension): readonly (keyof Suspension)[] =>
  (Object.keys(suspensionFields) as (keyof Suspension)[]).filter((field) => before[field] !== after[field])
