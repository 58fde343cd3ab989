/** The form on which people state what the policy's criteria read of a service. */
import type { Day } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
import { dayAsTyped, dayTyped } from '../kit/typed-day.ts'
import type { StatedCriterion } from '../policy/stated-criterion.ts'

/** What was typed for each fact, word for word, by its key. A day is its three parts with spaces between. */
export type StatedTyped = Readonly<Record<string, string>>

/** What is stated for each fact by its key; null where it is not known. */
export type Stated = Readonly<Record<string, string | number | null>>

const wholeNumber = /^(\d{1,3}(,\d{3})+|\d{1,9})$/
const amount = /^£?\s*(\d{1,3}(,\d{3})+|\d{1,9})(\.\d{1,2})?$/

type Read = { readonly value: string | number } | { readonly wrong: string }

const readAmount = (text: string, name: string, isWhole: boolean): Read => {
  if (isWhole && !wholeNumber.test(text)) return { wrong: `${name} must be a whole number, such as 24` }
  if (!isWhole && !amount.test(text))
    return { wrong: `${name} must be an amount, such as 250,000 or 1,200.50` }
  return { value: Number(text.replace(/[£,\s]/g, '')) }
}

const readDay = (text: string, name: string, today: Day): Read => {
  const day = dayTyped(text)
  if (day === null) return { wrong: `${name} must be a real date, such as 27 3 2026` }
  return day > today ? { wrong: `${name} must be today or in the past` } : { value: day }
}

const readOne = (criterion: StatedCriterion, text: string, today: Day): Read => {
  const { kind, name } = criterion
  if (kind === 'amount') return readAmount(text, name, criterion.whole)
  if (kind === 'since') return readDay(text, name, today)
  return criterion.grades.includes(text) ? { value: text } : { wrong: `Select one of the levels for ${name}` }
}

/** Reads the form. Returns what is stated, or everything that is wrong with it at once. Empty means not known. */
export const readStated = (
  criteria: readonly StatedCriterion[],
  typed: StatedTyped,
  today: Day,
): { readonly stated: Stated } | { readonly errors: readonly FieldError[] } => {
  const read = criteria.map((criterion) => {
    const text = (typed[criterion.fact] ?? '').trim()
    return { field: criterion.fact, read: text === '' ? { value: null } : readOne(criterion, text, today) }
  })
  const errors = read.flatMap(({ field, read }) => ('wrong' in read ? [{ field, text: read.wrong }] : []))
  if (errors.length > 0) return { errors }
  return {
    stated: Object.fromEntries(read.map(({ field, read }) => [field, 'value' in read ? read.value : null])),
  }
}

/** Returns a stated fact as the form shows it. */
export const typedOf = (criterion: StatedCriterion, value: string | number | null): string => {
  if (value === null) return ''
  return criterion.kind === 'since' ? dayAsTyped(String(value)) : String(value)
}

/** Returns the facts that differ from what stood before: only those get a new version. */
export const changedFacts = (before: Stated, after: Stated): readonly string[] =>
  Object.keys(after).filter((fact) => (before[fact] ?? null) !== (after[fact] ?? null))
