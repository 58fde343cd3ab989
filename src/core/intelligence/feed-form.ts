import { dayOfParts } from '../kit/day-of-parts.ts'
import { type Day, minusYears, plusYears } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
import { type IntelligenceKind, isIntelligenceKind } from './kinds.ts'

/** What somebody typed to declare a feed or form, word for word. */
export type FeedTyped = {
  readonly name: string
  readonly kinds: readonly string[]
  readonly day: string
  readonly month: string
  readonly year: string
  readonly scope: string
  readonly types: readonly string[]
  /** Names or ids of services, one a line. */
  readonly services: string
}

/** A form with nothing in it: for all services, as most feeds are. */
export const blankFeed: FeedTyped = {
  name: '',
  kinds: [],
  day: '',
  month: '',
  year: '',
  scope: 'all',
  types: [],
  services: '',
}

/** A declaration, read from the form. Services are lines to be looked up. */
export type FeedRead = {
  readonly name: string
  readonly kinds: readonly IntelligenceKind[]
  readonly from: Day
  readonly serviceTypes: readonly string[] | null
  readonly serviceLines: readonly string[] | null
}

const longestName = 60
/** Nobody declares for longer than records are kept, or for a year that was mistyped. */
const oldestYears = 20

const readFrom = (typed: FeedTyped, today: Day): Day | FieldError => {
  const words = { field: 'from', name: 'The first day', example: '27 3 2026' }
  const day = dayOfParts([typed.day, typed.month, typed.year], words)
  if (day === null) return { field: 'from', text: 'Enter the first day from which all are recorded' }
  if (typeof day !== 'string') return day
  return day < minusYears(today, oldestYears) || day > plusYears(today, 1)
    ? { field: 'from', text: 'The first day is too far away: check the year' }
    : day
}

/** Reads the form. Returns the declaration, or everything that is wrong at once. */
export const readFeed = (
  typed: FeedTyped,
  today: Day,
): { readonly feed: FeedRead } | { readonly errors: readonly FieldError[] } => {
  const name = typed.name.trim()
  const kinds = typed.kinds.filter(isIntelligenceKind)
  const from = readFrom(typed, today)
  const lines = typed.services.split(/\r?\n/).flatMap((line) => line.trim() || [])
  const errors: FieldError[] = [
    ...(name === '' || name.length > longestName
      ? [{ field: 'name', text: `Enter a name of at most ${longestName} characters` }]
      : []),
    ...(kinds.length === 0 ? [{ field: 'kinds', text: 'Select at least one kind' }] : []),
    ...(typeof from === 'string' ? [] : [from]),
    ...(['all', 'types', 'services'].includes(typed.scope)
      ? []
      : [{ field: 'scope', text: 'Select of which services' }]),
    ...(typed.scope === 'types' && typed.types.length === 0
      ? [{ field: 'types', text: 'Select at least one type of service' }]
      : []),
    ...(typed.scope === 'services' && lines.length === 0
      ? [{ field: 'services', text: 'Enter at least one service' }]
      : []),
  ]
  if (errors.length > 0 || typeof from !== 'string') return { errors }
  return {
    feed: {
      name,
      kinds,
      from,
      serviceTypes: typed.scope === 'types' ? typed.types : null,
      serviceLines: typed.scope === 'services' ? lines : null,
    },
  }
}

/** Reads the last day of a feed: not before its first, and not after today. */
export const readUntil = (
  typed: Pick<FeedTyped, 'day' | 'month' | 'year'>,
  from: Day,
  today: Day,
): { readonly until: Day } | { readonly errors: readonly FieldError[] } => {
  const words = { field: 'until', name: 'The last day', example: '27 3 2026' }
  const day = dayOfParts([typed.day, typed.month, typed.year], words)
  const wrong = (text: string) => ({ errors: [{ field: 'until', text }] })
  if (day === null) return wrong('Enter the last day on which all were recorded')
  if (typeof day !== 'string') return { errors: [day] }
  if (day < from) return wrong('The last day cannot be before the first')
  return day > today ? wrong('The last day must be today or in the past') : { until: day }
}
