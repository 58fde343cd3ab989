/** What people can do with alerts by a form, and how the form is read. */
import type { Day } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
import { dayOfNumbers } from '../kit/typed-day.ts'
import { ruleNamed } from './rules.ts'

/** What a person typed, word for word. */
export type DeedTyped = {
  readonly person: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly note: string
}

/** A form with nothing in it. */
export const blankDeed: DeedTyped = { person: '', day: '', month: '', year: '', note: '' }

/** The most characters of a note. */
export const longestNote = 1000

/** Reads until when alerts are put off: a day after today. */
export const readUntil = (typed: DeedTyped, today: Day): Day | FieldError => {
  const until = dayOfNumbers(typed.day, typed.month, typed.year)
  if (until === null)
    return { field: 'until', text: 'Enter the day on which it is to come back, such as 27 3 2027' }
  return until > today
    ? until
    : { field: 'until', text: 'The day on which it is to come back must be after today' }
}

/** Reads what was done. Some rules let nothing be done without a word on what it was. */
export const readNote = (
  typed: DeedTyped,
  rules: readonly string[],
): { readonly note: string | null } | FieldError => {
  const note = typed.note.trim()
  if (note.length > longestNote)
    return {
      field: 'note',
      text: `What was done must be ${longestNote} characters or fewer: it has ${note.length}`,
    }
  if (note === '' && rules.some((rule) => ruleNamed(rule)?.asksNote))
    return { field: 'note', text: 'Enter what was done, and by whom' }
  return { note: note === '' ? null : note }
}
