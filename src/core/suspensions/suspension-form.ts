import { dayTyped } from '../contracts/typed.ts'
import type { FieldError } from '../kit/field-error.ts'
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
  const errors: FieldError[] = []
  const wrong = (field: string, text: string): null => {
    errors.push({ field, text })
    return null
  }
  if (!kinds.some(({ id }) => id === typed.kind)) wrong('kind', 'Select what is suspended')
  if (!reasons.some(({ id }) => id === typed.reason)) wrong('reason', 'Select why')
  const starts =
    dayTyped(typed.starts) ??
    wrong(
      'starts',
      typed.starts.trim() === ''
        ? 'Enter the day from which it holds'
        : 'The day from which it holds must be a real date, such as 27 3 2026',
    )
  const reviewOn =
    typed.reviewOn.trim() === ''
      ? null
      : (dayTyped(typed.reviewOn) ??
        wrong('reviewOn', 'The day of the review must be a real date, such as 27 3 2026'))
  if (starts !== null && reviewOn !== null && reviewOn < starts)
    wrong('reviewOn', 'The day of the review must be on or after the day from which it holds')
  const text = (field: keyof typeof longest, name: string): string | null => {
    const given = typed[field].trim()
    if (given.length > longest[field])
      wrong(field, `${name} must be ${longest[field]} characters or fewer: it has ${given.length}`)
    return given || null
  }
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

const parts = (day: string | null): string =>
  (day ?? '')
    .split('-')
    .reverse()
    .map((part) => (part === '' ? '' : String(Number(part))))
    .join(' ')

/** Returns a suspension as the form shows it. */
export const typedOf = (suspension: Suspension): SuspensionTyped => ({
  kind: suspension.kind,
  reason: suspension.reason,
  starts: parts(suspension.starts),
  reviewOn: parts(suspension.reviewOn),
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
