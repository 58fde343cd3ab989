/** Reads a day that was typed into a form. `what` begins the sentence of what is wrong: *The day of the meeting*. */
import type { Day } from './days.ts'
import type { Wrong } from './error-list.ts'
import { dayTyped } from './typed-day.ts'
import { dayInWords } from './words.ts'

/** Reads a day that must be there. `advice` is what to do where it is not. */
export const dayIn = <Field extends string>(
  typed: string,
  field: Field,
  what: string,
  wrong: Wrong<Field>,
  advice = `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
): Day | null =>
  dayTyped(typed) ??
  wrong(field, typed.trim() === '' ? advice : `${what} must be a real date, such as 27 3 2026`)

/** Reads a day between two. What is null does not limit it. */
export const dayBetween = <Field extends string>(
  typed: string,
  field: Field,
  what: string,
  limits: { readonly from: Day | null; readonly to: Day | null },
  wrong: Wrong<Field>,
): Day | null => {
  const found = dayIn(typed, field, what, wrong)
  if (found === null) return null
  if (limits.from !== null && found < limits.from)
    return wrong(field, `${what} must be on or after ${dayInWords(limits.from)}`)
  if (limits.to !== null && found > limits.to)
    return wrong(field, `${what} must be on or before ${dayInWords(limits.to)}`)
  return found
}
