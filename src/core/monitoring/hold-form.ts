import { dayBetween } from '../kit/day-in.ts'
import type { Day } from '../kit/days.ts'
import { errorList } from '../kit/error-list.ts'
import type { FieldError } from '../kit/field-error.ts'
import { textUpTo } from '../kit/typed-text.ts'

/** Somebody who was there: the role of the policy, and who it was. */
export type Attended = { readonly role: string; readonly name: string }

/** What a person typed of an activity that was held, word for word. */
export type HoldTyped = {
  readonly on: string
  readonly form: string
  readonly person: string
  /** By role of the policy. */
  readonly attendance: Readonly<Record<string, string>>
  readonly others: string
  /** By area of the agenda; the empty one is for what stands under none. */
  readonly notes: Readonly<Record<string, string>>
  readonly checks: readonly string[]
  readonly reason: string
}

/** What was held, when, with whom, and what was said. */
export type Held = {
  readonly on: Day
  readonly form: string | null
  readonly person: string | null
  readonly attendance: readonly Attended[]
  readonly notes: Readonly<Record<string, string>>
  readonly checks: readonly string[]
  readonly reason: string | null
}

/** What may be chosen. */
export type HoldChoices = {
  readonly today: Day
  readonly forms: readonly string[]
  readonly people: readonly string[]
  readonly roles: readonly string[]
  readonly areas: readonly string[]
  readonly checks: readonly string[]
  /** Whether a record is corrected: that needs a reason. */
  readonly isCorrection: boolean
}

const longest = { name: 200, note: 4000, reason: 500 } as const

/** The role of those who were there and whom the policy does not name. */
export const othersRole = 'others'

/** Reads the record of an activity that was held. Returns it, or everything that is wrong at once. */
export const readHeld = (
  typed: HoldTyped,
  choices: HoldChoices,
): Held | { readonly errors: readonly FieldError[] } => {
  const { errors, wrong } = errorList()
  const on = dayBetween(typed.on, 'on', 'The day', { from: null, to: choices.today }, wrong)
  const needsForm = choices.forms.length > 1
  if (needsForm && !choices.forms.includes(typed.form)) wrong('form', 'Select how it was done')
  if (typed.person !== '' && !choices.people.includes(typed.person))
    wrong('person', 'Select a person of the council')
  const attendance = [...choices.roles, othersRole].flatMap((role): readonly Attended[] => {
    const given = role === othersRole ? typed.others : (typed.attendance[role] ?? '')
    const name = textUpTo(
      given,
      role === othersRole ? 'others' : `attends-${role}`,
      'Who was there',
      longest.name,
      wrong,
    )
    return name === null ? [] : [{ role, name }]
  })
  const notes = ['', ...choices.areas].flatMap((area): readonly [string, string][] => {
    const note = textUpTo(
      typed.notes[area] ?? '',
      area === '' ? 'notes' : `notes-${area}`,
      'The note',
      longest.note,
      wrong,
    )
    return note === null ? [] : [[area, note]]
  })
  const reason = textUpTo(typed.reason, 'reason', 'The reason', longest.reason, wrong)
  if (choices.isCorrection && reason === null) wrong('reason', 'Say what was wrong with the record')
  if (errors.length > 0 || on === null) return { errors }
  return {
    on,
    form: needsForm ? typed.form : (choices.forms[0] ?? null),
    person: typed.person || null,
    attendance,
    notes: Object.fromEntries(notes),
    checks: typed.checks.filter((check) => choices.checks.includes(check)),
    reason,
  }
}
