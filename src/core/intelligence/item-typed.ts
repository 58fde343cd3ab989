import { type Day, isDay } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'

/** The fields of the form for intelligence, word for word as they were typed. */
export const itemFields = [
  'kind',
  'category',
  'occurred-day',
  'occurred-month',
  'occurred-year',
  'source',
  'route',
  'reference',
  'summary',
  'sure',
  'risk',
  'outcome',
  'ended-day',
  'ended-month',
  'ended-year',
  'progressed',
] as const

export type ItemTyped = Readonly<Record<(typeof itemFields)[number], string>>

/** A form with nothing in it but a kind: most of what staff record are concerns. */
export const blankItem: ItemTyped = {
  ...(Object.fromEntries(itemFields.map((field) => [field, ''])) as ItemTyped),
  kind: 'care-concern',
}

const two = (text: string): string => text.padStart(2, '0')

/** What a day is called in a message: *the day on which it happened*, and the example that is shown. */
export type DayWords = { readonly field: string; readonly name: string; readonly example: string }

/** Reads a day of three parts. Returns it, null where nothing was typed, or what is wrong. */
export const readDay = (
  [day, month, year]: readonly [string, string, string],
  { field, name, example }: DayWords,
): Day | null | FieldError => {
  const wrong = (text: string): FieldError => ({ field, text })
  const parts = [day.trim(), month.trim(), year.trim()] as const
  if (parts.every((part) => part === '')) return null
  const missing = [parts[0] || 'a day', parts[1] || 'a month', parts[2] || 'a year'].filter((part) =>
    part.startsWith('a '),
  )
  if (missing.length > 0) return wrong(`${name} must have ${missing.join(' and ')}`)
  const text = `${parts[2]}-${two(parts[1])}-${two(parts[0])}`
  return isDay(text) ? text : wrong(`${name} must be a real date, such as ${example}`)
}
