import type { Day } from './days.ts'
import type { FieldError } from './field-error.ts'
import { dayOfNumbers } from './typed-day.ts'

/** What a day is called in a message: *The day on which it happened*, and the example that is shown. */
export type DayWords = { readonly field: string; readonly name: string; readonly example: string }

/** Reads a day of three parts. Returns it, null where nothing was typed, or what is wrong: also which part is not there. */
export const dayOfParts = (
  [day, month, year]: readonly [string, string, string],
  { field, name, example }: DayWords,
): Day | null | FieldError => {
  const parts = { day, month, year }
  const missing = Object.entries(parts).flatMap(([part, text]) => (text.trim() === '' ? `a ${part}` : []))
  if (missing.length === Object.keys(parts).length) return null
  if (missing.length > 0) return { field, text: `${name} must have ${missing.join(' and ')}` }
  return dayOfNumbers(day, month, year) ?? { field, text: `${name} must be a real date, such as ${example}` }
}
