import { dayTyped } from '../contracts/typed.ts'
import type { Day } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
import { dayInWords } from '../kit/words.ts'

/** Collects what is wrong with a form, so that all of it is said at once. */
export type Wrong = (field: string, text: string) => null

/** Returns a list of errors, and what adds to it. */
export const errorList = (): { readonly errors: FieldError[]; readonly wrong: Wrong } => {
  const errors: FieldError[] = []
  return {
    errors,
    wrong: (field, text) => {
      errors.push({ field, text })
      return null
    },
  }
}

/** Returns a time of day as HH:MM: `9:30`, `14.30` or `14:30`; null where it is none. */
export const timeTyped = (text: string): string | null => {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? []
  return hour === '' || Number(hour) > 23 || Number(minute) > 59 ? null : `${hour.padStart(2, '0')}:${minute}`
}

/** Reads a day that must be there. `what` begins the sentence: *The day of the meeting*. */
export const dayIn = (typed: string, field: string, what: string, wrong: Wrong): Day | null =>
  dayTyped(typed) ??
  wrong(
    field,
    typed.trim() === ''
      ? `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}`
      : `${what} must be a real date, such as 27 3 2026`,
  )

/** Reads a day between two. What is null does not limit it. */
export const dayBetween = (
  typed: string,
  field: string,
  what: string,
  limits: { readonly from: Day | null; readonly to: Day | null },
  wrong: Wrong,
): Day | null => {
  const found = dayIn(typed, field, what, wrong)
  if (found === null) return null
  if (limits.from !== null && found < limits.from)
    return wrong(field, `${what} must be on or after ${dayInWords(limits.from)}`)
  if (limits.to !== null && found > limits.to)
    return wrong(field, `${what} must be on or before ${dayInWords(limits.to)}`)
  return found
}

/** Reads a text that is not too long; null where it is empty. */
export const textIn = (
  typed: string,
  field: string,
  what: string,
  longest: number,
  wrong: Wrong,
): string | null => {
  const text = typed.trim()
  if (text.length > longest)
    return wrong(field, `${what} must be ${longest} characters or fewer: it has ${text.length}`)
  return text || null
}
