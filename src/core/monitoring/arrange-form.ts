import { dayBetween } from '../kit/day-in.ts'
import type { Day } from '../kit/days.ts'
import { errorList } from '../kit/error-list.ts'
import type { FieldError } from '../kit/field-error.ts'
import { textUpTo } from '../kit/typed-text.ts'
import { timeTyped } from '../kit/typed-time.ts'

/** What a person typed to arrange an activity, word for word; the day is its three parts with spaces between. */
export type ArrangeTyped = {
  readonly on: string
  readonly time: string
  readonly place: string
  readonly otherPlace: string
  readonly form: string
  readonly person: string
  readonly announced: string
  readonly reason: string
}

/** When, where, by whom and how an activity is to be held. */
export type Arranged = {
  readonly on: Day
  readonly time: string | null
  readonly place: string | null
  readonly form: string | null
  readonly person: string | null
  readonly announced: boolean
  readonly reason: string | null
}

/** What may be chosen. */
export type ArrangeChoices = {
  readonly today: Day
  /** Places of the policy by id, in its order. */
  readonly places: Readonly<Record<string, string>>
  readonly forms: readonly string[]
  readonly people: readonly string[]
  /** Whether something was arranged before: to change it needs a reason. */
  readonly isAgain: boolean
}

const longest = { place: 200, reason: 500 } as const

/** Reads the form that arranges an activity. Returns what is arranged, or everything that is wrong at once. */
export const readArrange = (
  typed: ArrangeTyped,
  { today, places, forms, people, isAgain }: ArrangeChoices,
): Arranged | { readonly errors: readonly FieldError[] } => {
  const { errors, wrong } = errorList()
  const on = dayBetween(typed.on, 'on', 'The day', { from: today, to: null }, wrong)
  const time =
    typed.time.trim() === '' ? null : (timeTyped(typed.time) ?? wrong('time', 'The time must be like 14:30'))
  const other = textUpTo(typed.otherPlace, 'otherPlace', 'The place', longest.place, wrong)
  const place = places[typed.place] ?? null
  if (typed.place !== '' && typed.place !== 'other' && place === null)
    wrong('place', 'Select one of the places')
  if (typed.place === 'other' && other === null) wrong('otherPlace', 'Say where it will be')
  const needsForm = forms.length > 1
  if (needsForm && !forms.includes(typed.form)) wrong('form', 'Select how it will be done')
  if (typed.person !== '' && !people.includes(typed.person)) wrong('person', 'Select a person of the council')
  const reason = textUpTo(typed.reason, 'reason', 'The reason', longest.reason, wrong)
  if (isAgain && reason === null) wrong('reason', 'Say why it is arranged anew')
  if (errors.length > 0 || on === null) return { errors }
  return {
    on,
    time,
    place: typed.place === 'other' || Object.keys(places).length === 0 ? other : place,
    form: needsForm ? typed.form : (forms[0] ?? null),
    person: typed.person || null,
    announced: typed.announced !== 'no',
    reason,
  }
}

/** Reads why something is cancelled: it must be said. */
export const readReason = (
  typed: string,
): { readonly reason: string } | { readonly errors: readonly FieldError[] } => {
  const { errors, wrong } = errorList()
  const reason = textUpTo(typed, 'reason', 'The reason', longest.reason, wrong)
  if (reason === null && errors.length === 0) wrong('reason', 'Say why')
  return reason === null ? { errors } : { reason }
}
