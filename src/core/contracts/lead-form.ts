import type { Day } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
import { dayTyped } from '../kit/typed-day.ts'

/** What a person typed to name somebody, word for word. */
export type NamingTyped = { readonly person: string; readonly from: string }

/**
 * Reads who is named, and from which day. It is today or in the past, since the service follows at once; and not before
 * the day on which the one before began, so that two people never led at a time.
 */
export const readNaming = (
  typed: NamingTyped,
  people: readonly string[],
  since: Day | null,
  today: Day,
): { readonly person: string; readonly from: Day } | { readonly errors: readonly FieldError[] } => {
  const errors: FieldError[] = []
  if (!people.includes(typed.person)) errors.push({ field: 'person', text: 'Select a person of the council' })
  const from = typed.from.trim() === '' ? today : dayTyped(typed.from)
  const wrong = (text: string) => errors.push({ field: 'from', text })
  if (from === null) wrong('The day must be a real date, such as 27 3 2026')
  else if (from > today) wrong('The day must be today or in the past')
  else if (since !== null && from < since)
    wrong('The day must be on or after the day on which the person before began')
  return errors.length > 0 || from === null ? { errors } : { person: typed.person, from }
}
