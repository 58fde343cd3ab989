/** From the fields of a sent form to what was typed, word for word. */

import type { FieldError } from '../../core/kit/field-error.ts'
import type { ActionTyped } from '../../core/monitoring/action-form.ts'
import type { ArrangeTyped } from '../../core/monitoring/arrange-form.ts'
import type { ContactTyped } from '../../core/monitoring/contact-form.ts'
import { type HoldTyped, othersRole } from '../../core/monitoring/hold-form.ts'
import { leadingToDays } from '../../ui/day-field.ts'
import type { Form } from '../platform/http/asked.ts'
import { dateOf } from '../platform/http/typed-date.ts'

/** Returns what was typed to arrange an activity. */
export const arrangeTyped = (form: Form): ArrangeTyped => ({
  on: dateOf(form, 'on'),
  time: form.one('time'),
  place: form.one('place'),
  otherPlace: form.one('otherPlace'),
  form: form.one('form'),
  person: form.one('person'),
  announced: form.one('announced'),
  reason: form.one('reason'),
})

/** Returns what was typed of an activity that was held, for the roles and areas that the policy has. */
export const holdTyped = (form: Form, roles: readonly string[], areas: readonly string[]): HoldTyped => ({
  on: dateOf(form, 'on'),
  form: form.one('form'),
  person: form.one('person'),
  attendance: Object.fromEntries(roles.map((role) => [role, form.one(`attends-${role}`)])),
  others: form.one(othersRole),
  notes: {
    '': form.one('notes'),
    ...Object.fromEntries(areas.map((area) => [area, form.one(`notes-${area}`)])),
  },
  checks: form.all('checks'),
  reason: form.one('reason'),
})

/** Returns what was typed of an action. */
export const actionTyped = (form: Form): ActionTyped => ({
  what: form.one('what'),
  person: form.one('person'),
  who: form.one('who'),
  due: dateOf(form, 'due'),
})

/** Returns what was typed of a contact. */
export const contactTyped = (form: Form): ContactTyped => ({
  kind: form.one('kind'),
  on: dateOf(form, 'on'),
  withWhom: form.one('withWhom'),
  note: form.one('note'),
  followUp: dateOf(form, 'followUp'),
})

const dates = ['on', 'due', 'followUp']

/** Errors whose links lead to the first part of a date. */
export const linked = (errors: readonly FieldError[]) => leadingToDays(errors, dates)
