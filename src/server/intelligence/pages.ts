import type { ConcernTyped, FieldError } from '../../core/intelligence/concern-form.ts'
import { button } from '../../ui/components/button.ts'
import { dateInput } from '../../ui/components/date-input.ts'
import { input } from '../../ui/components/input.ts'
import { radios } from '../../ui/components/radios.ts'
import { textarea } from '../../ui/components/textarea.ts'
import { errorOf } from '../../ui/field-errors.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'

/** The form for a care concern: one dense page, because staff fill it in many times a day. */
export const concernForm = (given: {
  readonly id: string
  readonly service: { readonly id: string; readonly name: string }
  readonly typed: ConcernTyped
  readonly errors: readonly FieldError[]
}): Html => {
  const { typed, errors } = given
  return html`${pageHeading({ text: 'Record a care concern', caption: given.service.name })}
<form method="post" action="/services/${given.service.id}/intelligence/new" novalidate>
<input type="hidden" name="id" value="${given.id}">
${dateInput({
  id: 'occurred',
  namePrefix: 'occurred',
  fieldset: { legend: { text: 'When did it happen?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: 'For example, 27 3 2026. If you are not sure, the day on which you heard of it.' },
  values: { 'occurred-day': typed.day, 'occurred-month': typed.month, 'occurred-year': typed.year },
  errorMessage: errorOf(errors, 'occurred'),
})}
${textarea({
  id: 'summary',
  name: 'summary',
  label: { text: 'What is the concern about? (optional)', classes: 'govuk-label--m' },
  hint: {
    text: 'One or two sentences. Do not write names of people who use the service, or details of their care: those belong in their own record.',
  },
  rows: 3,
  value: typed.summary,
  errorMessage: errorOf(errors, 'summary'),
})}
${input({
  id: 'reference',
  name: 'reference',
  label: { text: 'Reference in another system (optional)', classes: 'govuk-label--m' },
  hint: { text: 'Such as the case number in the social care system.' },
  classes: 'govuk-input--width-20',
  value: typed.reference,
  errorMessage: errorOf(errors, 'reference'),
})}
${radios({
  name: 'risk',
  idPrefix: 'risk',
  classes: 'govuk-radios--inline',
  fieldset: { legend: { text: 'Is anyone at risk now?', classes: 'govuk-fieldset__legend--m' } },
  hint: {
    text: 'If somebody is in danger, ring 999 first. This form does not make a safeguarding referral.',
  },
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
  value: typed.risk,
  errorMessage: errorOf(errors, 'risk'),
})}
${button({ text: 'Record the concern', preventDoubleClick: true })}
</form>`
}
