import { nameSeen } from '../../../core/intelligence/personal-details.ts'
import { asksRisk, type RaiseAnswers, type RaiseStep } from '../../../core/intelligence/raise-form.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { dateInput } from '../../../ui/components/date-input.ts'
import { details } from '../../../ui/components/details.ts'
import { input } from '../../../ui/components/input.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { radios } from '../../../ui/components/radios.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { RaisingRules } from '../queries/raising.ts'
import { ringWords } from './frame.ts'

/** What a page of the form is drawn from. */
export type StepGiven = {
  readonly answers: RaiseAnswers
  readonly errors: readonly FieldError[]
  readonly rules: RaisingRules
}

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--m' } })

const whichDay = ({ answers, errors }: StepGiven): Html =>
  dateInput({
    id: 'day',
    fieldset: { legend: { text: 'If it was another day, which?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'For example, 27 3 2026.' },
    items: [{ name: 'day', id: 'day-day' }, { name: 'month' }, { name: 'year' }],
    values: { day: answers.day, month: answers.month, year: answers.year },
    errorMessage: errorOf(errors, 'day'),
  })

const what = (given: StepGiven): Html => {
  const { answers, errors, rules } = given
  return html`${radios({
    name: 'kind',
    idPrefix: 'kind',
    fieldset: legend('What do you want to tell us?'),
    items: rules.lists.kinds.flatMap(({ id, asked }) => (asked === null ? [] : [{ value: id, text: asked }])),
    value: answers.kind,
    errorMessage: errorOf(errors, 'kind'),
  })}
${radios({
  name: 'when',
  idPrefix: 'when',
  fieldset: legend('When was it?'),
  items: [
    { value: 'today', text: 'Today' },
    { value: 'yesterday', text: 'Yesterday' },
    { value: 'other', text: 'Another day' },
  ],
  value: answers.when,
  errorMessage: errorOf(errors, 'when'),
})}
${whichDay(given)}`
}

const notToWrite = details({
  summaryText: 'What not to write',
  html: html`<p class="govuk-body">No names, dates of birth or NHS numbers of people who use the service, and nothing of their health. A room number is enough. If we need more, we ask you.</p>`,
})

const saw = ({ answers, errors, rules }: StepGiven): Html => html`${textarea({
  id: 'summary',
  name: 'summary',
  label: { text: 'What did you see or hear?', classes: 'govuk-label--m' },
  hint: { text: 'A few sentences. Do not name people who use the service.' },
  rows: 5,
  value: answers.summary ?? '',
  errorMessage: errorOf(errors, 'summary'),
})}
${
  nameSeen(answers.summary ?? '') !== null &&
  checkboxes({
    name: 'sure',
    idPrefix: 'sure',
    items: [
      {
        value: 'yes',
        text: 'The name is not that of somebody who uses the service',
        checked: answers.sure === 'yes',
      },
    ],
  })
}
${notToWrite}
${
  asksRisk(answers) &&
  html`${radios({
    name: 'risk',
    idPrefix: 'risk',
    classes: 'govuk-radios--inline',
    fieldset: legend('Is anyone at risk now?'),
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    value: answers.risk,
    errorMessage: errorOf(errors, 'risk'),
  })}
${insetText({ html: html`If yes, do not wait for this form. In danger, ring <a class="govuk-link" href="tel:999">999</a>. Then tell ${ringWords(rules.contact)}.` })}`
}`

const you = ({ answers, errors, rules }: StepGiven): Html => {
  const asked = rules.lists.sources.flatMap((source) =>
    source.asked === null ? [] : [{ value: source.id, text: source.asked }],
  )
  return html`${
    asked.length > 0 &&
    radios({
      name: 'source',
      idPrefix: 'source',
      classes: 'govuk-radios--small',
      fieldset: legend('Who are you?'),
      items: asked,
      value: answers.source,
      errorMessage: errorOf(errors, 'source'),
    })
  }
${input({
  id: 'name',
  name: 'name',
  label: { text: 'Your name (optional)', classes: 'govuk-label--m' },
  autocomplete: 'name',
  value: answers.name ?? '',
  errorMessage: errorOf(errors, 'name'),
})}
${input({
  id: 'email',
  name: 'email',
  label: { text: 'Your email address', classes: 'govuk-label--m' },
  hint: {
    text: 'We send a code to it, your reference number, and word when it has ended. We do not tell the service who you are.',
  },
  type: 'email',
  autocomplete: 'email',
  spellcheck: false,
  value: answers.email ?? '',
  errorMessage: errorOf(errors, 'email'),
})}`
}

/** Each page of questions: its title, and what it asks. */
export const stepPages: Readonly<
  Record<RaiseStep, { readonly title: string; readonly draw: (given: StepGiven) => Html }>
> = {
  what: { title: 'What and when', draw: what },
  saw: { title: 'What you saw', draw: saw },
  you: { title: 'About you', draw: you },
}
