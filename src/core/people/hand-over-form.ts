import type { Day } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
import { dayTyped } from '../kit/typed-day.ts'

/** The form that hands a service over, as it was typed. `until` is "27 3 2026". */
export type HandOverTyped = { readonly successor: string; readonly keep: string; readonly until: string }

/** What the form says: who is next, and the last day of the one before; null is at once. */
export type HandOverRead = { readonly successor: string; readonly until: Day | null }

/** A form that nobody has filled in. */
export const blankHandOver: HandOverTyped = { successor: '', keep: '', until: '' }

const untilOf = (typed: HandOverTyped, today: Day): Day | FieldError => {
  const until = dayTyped(typed.until)
  if (until === null) return { field: 'until', text: 'Enter the last day of your access, such as 27 3 2026' }
  return until < today ? { field: 'until', text: 'The last day must be today or later' } : until
}

/** Reads the form: what it says, or everything that is wrong with it. */
export const readHandOver = (
  typed: HandOverTyped,
  people: readonly string[],
  today: Day,
): HandOverRead | { readonly errors: readonly FieldError[] } => {
  const errors: FieldError[] = []
  if (!people.includes(typed.successor))
    errors.push({ field: 'successor', text: 'Select who is the next registered manager' })
  if (typed.keep !== 'yes' && typed.keep !== 'no')
    errors.push({ field: 'keep', text: 'Select whether you keep your access for a while' })
  const until = typed.keep === 'yes' ? untilOf(typed, today) : null
  if (until !== null && typeof until === 'object') errors.push(until)
  if (errors.length > 0 || (until !== null && typeof until === 'object')) return { errors }
  return { successor: typed.successor, until }
}
