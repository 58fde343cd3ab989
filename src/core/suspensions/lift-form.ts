import { dayTyped } from '../contracts/typed.ts'
import type { Day } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
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
  const errors: FieldError[] = []
  const wrong = (field: string, text: string): null => {
    errors.push({ field, text })
    return null
  }
  const on =
    dayTyped(typed.on) ??
    wrong(
      'on',
      typed.on.trim() === ''
        ? 'Enter the first day on which placements can be made again'
        : 'The day must be a real date, such as 27 3 2026',
    )
  if (on !== null && on < starts)
    wrong('on', 'The day must be on or after the day from which the suspension held')
  if (!reasons.some(({ id }) => id === typed.reason)) wrong('reason', 'Select why it is lifted')
  const note = typed.note.trim()
  if (note.length > longestNote)
    wrong('note', `What was decided must be ${longestNote} characters or fewer: it has ${note.length}`)
  if (errors.length > 0 || on === null) return { errors }
  return { on, reason: typed.reason, note: note || null }
}
