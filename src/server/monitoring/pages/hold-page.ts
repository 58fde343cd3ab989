import type { FieldError } from '../../../core/kit/field-error.ts'
import { type HoldTyped, othersRole } from '../../../core/monitoring/hold-form.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { input } from '../../../ui/components/input.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { type Choosable, formField, hidden, noNames, personField, wordsField } from './form-parts.ts'

type Named = { readonly id: string; readonly name: string }

export type HoldPage = {
  readonly activity: { readonly id: string; readonly name: string; readonly version: number }
  readonly service: string
  readonly typed: HoldTyped
  readonly errors: readonly FieldError[]
  readonly forms: readonly Named[]
  readonly people: readonly Choosable[]
  /** Roles that must be there, and those that may. */
  readonly required: readonly Named[]
  readonly invited: readonly Named[]
  readonly agenda: readonly Named[]
  readonly checks: readonly (Named & { readonly does: string })[]
  readonly isCorrection: boolean
}

const attendance = ({ typed, errors, required, invited }: HoldPage): Html => {
  const field = (name: string, label: string, value: string) =>
    input({ id: name, name, label: { text: label }, value, errorMessage: errorOf(errors, name) })
  return html`<fieldset class="govuk-fieldset govuk-form-group">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Who was there</legend>
<p class="govuk-hint">Names of the people at the table. ${noNames}</p>
${required.map(({ id, name }) => field(`attends-${id}`, name, typed.attendance[id] ?? ''))}
${invited.map(({ id, name }) => field(`attends-${id}`, `${name} (optional)`, typed.attendance[id] ?? ''))}
${field(othersRole, required.length + invited.length === 0 ? 'Names and roles' : 'Others (optional)', typed.others)}
</fieldset>`
}

const notes = ({ typed, errors, agenda }: HoldPage): Html =>
  html`<fieldset class="govuk-fieldset govuk-form-group">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">What was said</legend>
<p class="govuk-hint">${noNames}</p>
${agenda.map(({ id, name }) => wordsField({ name: `notes-${id}`, text: name, value: typed.notes[id] ?? '', errors }, 2))}
${wordsField({ name: 'notes', text: agenda.length === 0 ? 'Notes' : 'Anything else', value: typed.notes[''] ?? '', errors }, agenda.length === 0 ? 10 : 2)}
</fieldset>`

const checked = ({ checks, typed }: HoldPage): Html | false =>
  checks.length > 0 &&
  checkboxes({
    name: 'checks',
    idPrefix: 'checks',
    fieldset: { legend: { text: 'What else was done that day', classes: 'govuk-fieldset__legend--m' } },
    items: checks.map(({ id, name, does }) => ({ value: id, text: name, hint: { text: does } })),
    values: typed.checks,
  })

/** The record of an activity that was held: when, who was there, and what was said, by the policy's agenda. */
export const holdPage = (given: HoldPage): Html => {
  const { activity, typed, errors } = given
  return html`${pageHeading({ text: given.isCorrection ? 'Correct the record' : 'Record that it was held', caption: `${activity.name}, ${given.service}` })}
<form method="post" action="/activities/${activity.id}/hold" novalidate>
${hidden('version', activity.version)}
${dayField({ name: 'on', text: 'On which day?', hint: 'Today or in the past.', value: typed.on, errors })}
${formField({ name: 'form', text: 'How?', value: typed.form, errors }, given.forms)}
${personField({ name: 'person', text: 'Who carried it out?', value: typed.person, errors }, given.people, 'The contract lead')}
${attendance(given)}
${notes(given)}
${checked(given)}
${given.isCorrection && wordsField({ name: 'reason', text: 'What was wrong with the record?', value: typed.reason, errors }, 2)}
${button({ text: 'Save the record', preventDoubleClick: true })}
</form>`
}
