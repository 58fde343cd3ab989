import { dayIn } from '../kit/day-in.ts'
import type { Day } from '../kit/days.ts'
import { errorList } from '../kit/error-list.ts'
import type { FieldError } from '../kit/field-error.ts'
import { textUpTo } from '../kit/typed-text.ts'
import type { Lift } from './suspension.ts'

/** What a person typed to lift a suspension, word for word. */
export type LiftTyped = { readonly on: string; readonly reason: string; readonly note: string }

/** A form with nothing in it. */
export const blankLift: LiftTyped = { on: '', reason: '', note: '' }

const longestNote = 1000

/** Reads the form that lifts a suspension. Returns how it ends, or everything that is wrong at once. */
export const readLift = (
  typed: LiftTyped,
  starts: Day,
  reasons: readonly { readonly id: string }[],
): Lift | { readonly errors: readonly FieldError[] } => {
  const { errors, wrong } = errorList()
  const advice = 'Enter the first day on which placements can be made again'
  const on = dayIn(typed.on, 'on', 'The day', wrong, advice)
  if (on !== null && on < starts)
    wrong('on', 'The day must be on or after the day from which the suspension held')
  if (!reasons.some(({ id }) => id === typed.reason)) wrong('reason', 'Select why it is lifted')
  const note = textUpTo(typed.note, 'note', 'What was decided', longestNote, wrong)
  if (errors.length > 0 || on === null) return { errors }
  return { on, reason: typed.reason, note }
}
