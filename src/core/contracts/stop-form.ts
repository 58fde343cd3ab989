import { dayIn } from '../kit/day-in.ts'
import type { Day } from '../kit/days.ts'
import { errorList } from '../kit/error-list.ts'
import type { FieldError } from '../kit/field-error.ts'

/** Why a contract ends, in words: nothing was wrong. */
export const endReasons = {
  'term-over': 'Its term is over',
  replaced: 'Another contract takes its place',
  'provider-notice': 'The provider gave notice',
  'service-closes': 'The service closes',
  other: 'Another reason',
} as const satisfies Readonly<Record<string, string>>

/** Why a council terminates a contract whose obligations were not met (W1.5), in words. */
export const terminationReasons = {
  quality: 'The quality of care stayed below what the contract asks for',
  safety: 'People were not safe',
  obligations: 'Other obligations of the contract were not met',
  plan: 'An action plan was not carried out',
  regulator: 'CQC took enforcement action, or ended the registration',
  financial: 'The provider can no longer pay its debts',
  other: 'Another reason',
} as const satisfies Readonly<Record<string, string>>

/** What a person typed to stop a contract, word for word. */
export type StopTyped = {
  readonly on: string
  readonly notice: string
  readonly reasons: readonly string[]
  readonly note: string
}

/** A form with nothing in it. */
export const blankStop: StopTyped = { on: '', notice: '', reasons: [], note: '' }

/** How a contract stops: its last day, when the provider was told, and why. */
export type Stop = {
  readonly how: 'ended' | 'terminated'
  readonly on: Day
  readonly notice: Day | null
  readonly reasons: readonly string[]
  readonly note: string | null
}

const longestNote = 1000

/** Reads the form that ends or terminates a contract. Returns how it stops, or everything that is wrong at once. */
export const readStop = (
  how: Stop['how'],
  typed: StopTyped,
  starts: Day,
  today: Day,
): Stop | { readonly errors: readonly FieldError[] } => {
  const { errors, wrong } = errorList()
  const known: Readonly<Record<string, string>> = how === 'ended' ? endReasons : terminationReasons
  const on = dayIn(typed.on, 'on', 'The last day', wrong, 'Enter the last day of the contract')
  if (on !== null && on < starts)
    wrong('on', 'The last day must be on or after the day on which the contract started')
  const notice =
    how === 'ended' && typed.notice.trim() === ''
      ? null
      : dayIn(
          typed.notice,
          'notice',
          'The day of the notice',
          wrong,
          'Enter the day on which the provider was told',
        )
  if (notice !== null && notice > today) wrong('notice', 'The day of the notice must be today or in the past')
  else if (notice !== null && on !== null && notice > on)
    wrong('notice', 'The day of the notice must be on or before the last day')
  const reasons = typed.reasons.filter((reason) => Object.hasOwn(known, reason))
  if (reasons.length === 0)
    wrong('reasons', how === 'ended' ? 'Select why the contract ends' : 'Select at least one reason')
  const note = typed.note.trim()
  if (note.length > longestNote)
    wrong('note', `What happened must be ${longestNote} characters or fewer: it has ${note.length}`)
  if (note === '' && how === 'terminated') wrong('note', 'Say in a few sentences what happened')
  else if (note === '' && reasons.includes('other')) wrong('note', 'Say what the other reason is')
  if (errors.length > 0 || on === null) return { errors }
  return { how, on, notice, reasons, note: note || null }
}
