import type { ItemTyped } from '../../../core/intelligence/item-typed.ts'
import type { Choice, IntelligenceLists } from '../../../core/intelligence/lists.ts'
import { nameSeen } from '../../../core/intelligence/personal-details.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { select } from '../../../ui/components/select.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'

/** What the fields are drawn from: what can be chosen, what was typed, and what is wrong with it. */
export type ItemFieldsGiven = {
  readonly lists: IntelligenceLists
  readonly typed: ItemTyped
  readonly errors: readonly FieldError[]
}

/** Two fields beside each other where there is room. */
const beside = (one: Html | false, other: Html | false): Html => html`<div class="govuk-grid-row">
<div class="govuk-grid-column-one-half">${one}</div>
<div class="govuk-grid-column-one-half">${other}</div>
</div>`

const choose = (
  given: ItemFieldsGiven,
  field: 'kind' | 'category' | 'source' | 'route' | 'outcome',
  label: string,
  choices: readonly Choice[],
  first: string,
): Html | false =>
  choices.length > 0 &&
  select({
    name: field,
    label: { text: label, classes: 'govuk-label--s' },
    items: [{ value: '', text: first }, ...choices.map(({ id, name }) => ({ value: id, text: name }))],
    value: given.typed[field],
    errorMessage: errorOf(given.errors, field),
  })

const day = (
  { typed, errors }: ItemFieldsGiven,
  name: 'occurred' | 'ended',
  text: string,
  hint: string,
): Html => {
  const value = [typed[`${name}-day`], typed[`${name}-month`], typed[`${name}-year`]] as const
  return dayField({ name, text, hint, value, errors })
}

const summary = (given: ItemFieldsGiven): Html => html`${textarea({
  id: 'summary',
  name: 'summary',
  label: {
    text: 'What is the concern about, or the feedback? (optional)',
    classes: 'govuk-label--s',
  },
  hint: {
    text: 'One or two sentences. Do not write names of people who use the service, or details of their care: those belong in their own record.',
  },
  rows: 3,
  value: given.typed.summary,
  errorMessage: errorOf(given.errors, 'summary'),
})}
${
  nameSeen(given.typed.summary) !== null &&
  checkboxes({
    name: 'sure',
    idPrefix: 'sure',
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'yes',
        text: 'The name is not that of somebody who uses the service',
        checked: given.typed.sure === 'yes',
      },
    ],
  })
}`

const yesOrNo = (given: ItemFieldsGiven, name: 'risk' | 'progressed', legend: string, hint: string): Html =>
  radios({
    name,
    idPrefix: name,
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hint },
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    value: given.typed[name],
    errorMessage: errorOf(given.errors, name),
  })

const ending = (given: ItemFieldsGiven): Html => html`<h2 class="govuk-heading-m">How it ended</h2>
<p class="govuk-hint">Leave this empty while it is open. You can add it later.</p>
${beside(
  choose(given, 'outcome', 'Outcome', given.lists.outcomes, 'Still open'),
  day(given, 'ended', 'When did it end?', 'For example, 27 3 2026.'),
)}
${yesOrNo(given, 'progressed', 'Did it meet the section 42 duty?', 'Only for a section 42 enquiry.')}`

/** The fields of intelligence: one dense page, all by keyboard, because staff fill it in many times a day. */
export const itemFieldset = (given: ItemFieldsGiven, asksRisk: boolean): Html => {
  const { lists } = given
  return html`${beside(
    choose(given, 'kind', 'What kind is it?', lists.kinds, 'Select a kind'),
    choose(given, 'category', 'What is it about?', lists.categories, 'Not said'),
  )}
${day(given, 'occurred', 'When did it happen?', 'For example, 27 3 2026. If you are not sure, the day on which you heard of it.')}
${summary(given)}
${beside(
  choose(given, 'source', 'Where did it come from?', lists.sources, 'Not known'),
  choose(given, 'route', 'To whom did it come first?', lists.routes, 'Not known'),
)}
${input({
  id: 'reference',
  name: 'reference',
  label: { text: 'Reference in another system (optional)', classes: 'govuk-label--s' },
  hint: { text: 'Such as the case number in the social care system. No NHS numbers.' },
  classes: 'govuk-input--width-20',
  value: given.typed.reference,
  errorMessage: errorOf(given.errors, 'reference'),
})}
${
  asksRisk &&
  yesOrNo(
    given,
    'risk',
    'Is anyone at risk now?',
    'If somebody is in danger, ring 999 first. This form does not make a safeguarding referral.',
  )
}
${ending(given)}`
}
