import { type Day, isDay, minusYears } from '../kit/days.ts'

/** What a person typed on the form for a care concern, word for word. */
export type ConcernTyped = {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly reference: string
  readonly summary: string
  readonly risk: string
}

/** A care concern, read from the form. */
export type Concern = {
  readonly occurred: Day
  readonly reference: string | null
  readonly summary: string | null
  readonly immediateRisk: boolean
}

/** What is wrong with one field, and how to mend it. `field` is the id of the control. */
export type FieldError = { readonly field: string; readonly text: string }

/** The most characters of a summary. */
export const longestSummary = 500
/** The most characters of a reference. */
export const longestReference = 40
/** Older concerns belong to an import with its own source, not to a form of a minute or two. */
const oldestYears = 10

const two = (text: string): string => text.padStart(2, '0')

const readDay = (typed: ConcernTyped, today: Day): Day | FieldError => {
  const wrong = (text: string): FieldError => ({ field: 'occurred', text })
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()]
  if (!day && !month && !year) return wrong('Enter the day on which it happened')
  const missing = [day || 'a day', month || 'a month', year || 'a year'].filter((part) =>
    part.startsWith('a '),
  )
  if (missing.length > 0) return wrong(`The day on which it happened must have ${missing.join(' and ')}`)
  const text = `${year}-${two(month)}-${two(day)}`
  if (!isDay(text)) return wrong('The day on which it happened must be a real date, such as 27 3 2026')
  if (text > today) return wrong('The day on which it happened must be today or in the past')
  if (text < minusYears(today, oldestYears))
    return wrong(`The day must be within the last ${oldestYears} years: check the year`)
  return text
}

const tooLong = (field: string, name: string, text: string, longest: number): FieldError[] =>
  text.length > longest
    ? [{ field, text: `${name} must be ${longest} characters or fewer: it has ${text.length}` }]
    : []

/** Reads the form. Returns the concern, or everything that is wrong with it at once. */
export const readConcern = (
  typed: ConcernTyped,
  today: Day,
): { readonly concern: Concern } | { readonly errors: readonly FieldError[] } => {
  const occurred = readDay(typed, today)
  const summary = typed.summary.trim()
  const reference = typed.reference.trim()
  const errors: FieldError[] = [
    ...(typeof occurred === 'string' ? [] : [occurred]),
    ...tooLong('summary', 'What the concern is about', summary, longestSummary),
    ...tooLong('reference', 'The reference', reference, longestReference),
    ...(['yes', 'no'].includes(typed.risk)
      ? []
      : [{ field: 'risk', text: 'Select yes if anyone is at risk now' }]),
  ]
  if (errors.length > 0 || typeof occurred !== 'string') return { errors }
  return {
    concern: {
      occurred,
      reference: reference || null,
      summary: summary || null,
      immediateRisk: typed.risk === 'yes',
    },
  }
}
