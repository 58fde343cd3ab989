import { dayBetween } from '../kit/day-in.ts'
import type { Day } from '../kit/days.ts'
import { errorList } from '../kit/error-list.ts'
import type { FieldError } from '../kit/field-error.ts'
import { textUpTo } from '../kit/typed-text.ts'

/** How people were in touch, in words. */
export const contactKinds = { call: 'Call', email: 'Email', visit: 'Visit' } as const

export type ContactKind = keyof typeof contactKinds

/** What a person typed of a contact, word for word. */
export type ContactTyped = {
  readonly kind: string
  readonly on: string
  readonly withWhom: string
  readonly note: string
  readonly followUp: string
}

/** A form with nothing in it. */
export const blankContact: ContactTyped = { kind: '', on: '', withWhom: '', note: '', followUp: '' }

/** A contact with a service, outside its plan. */
export type ContactRead = {
  readonly kind: ContactKind
  readonly on: Day
  readonly withWhom: string | null
  readonly note: string | null
  readonly followUp: Day | null
}

const longest = { withWhom: 100, note: 1000 } as const

const isKind = (text: string): text is ContactKind => Object.hasOwn(contactKinds, text)

/** Reads the form of a contact. Returns it, or everything that is wrong at once. */
export const readContact = (
  typed: ContactTyped,
  today: Day,
): ContactRead | { readonly errors: readonly FieldError[] } => {
  const { errors, wrong } = errorList()
  const kind = isKind(typed.kind) ? typed.kind : wrong('kind', 'Select how you were in touch')
  const on = dayBetween(typed.on, 'on', 'The day', { from: null, to: today }, wrong)
  const withWhom = textUpTo(typed.withWhom, 'withWhom', 'With whom', longest.withWhom, wrong)
  const note = textUpTo(typed.note, 'note', 'The note', longest.note, wrong)
  const followUp =
    typed.followUp.trim() === ''
      ? null
      : dayBetween(typed.followUp, 'followUp', 'The day to follow it up', { from: today, to: null }, wrong)
  if (errors.length > 0 || kind === null || on === null) return { errors }
  return { kind, on, withWhom, note, followUp }
}
