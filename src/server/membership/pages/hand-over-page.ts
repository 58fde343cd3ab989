import type { FieldError } from '../../../core/kit/field-error.ts'
import type { HandOverTyped } from '../../../core/people/hand-over-form.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { radios } from '../../../ui/components/radios.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'

export type HandOverPage = {
  readonly service: { readonly id: string; readonly name: string }
  readonly people: readonly { readonly person: string; readonly name: string }[]
  readonly id: string
  readonly typed: HandOverTyped
  readonly errors: readonly FieldError[]
}

const form = ({ service, people, id, typed, errors }: HandOverPage): Html => {
  return html`<form method="post" action="/services/${service.id}/hand-over" novalidate>
<input type="hidden" name="id" value="${id}">
${radios({
  name: 'successor',
  idPrefix: 'successor',
  fieldset: {
    legend: { text: 'Who is the next registered manager?', classes: 'govuk-fieldset__legend--m' },
  },
  items: people.map(({ person, name }) => ({ value: person, text: name })),
  value: typed.successor,
  errorMessage: errorOf(errors, 'successor'),
})}
${radios({
  name: 'keep',
  idPrefix: 'keep',
  fieldset: {
    legend: { text: 'Do you keep your own access for a while?', classes: 'govuk-fieldset__legend--m' },
  },
  items: [
    { value: 'no', text: 'No, it ends now' },
    { value: 'yes', text: 'Yes, until the day below' },
  ],
  value: typed.keep,
  errorMessage: errorOf(errors, 'keep'),
})}
${dayField({ name: 'until', text: 'Last day of your access', hint: 'Only if you keep it for a while. For example, 27 3 2027.', value: typed.until, errors })}
<div class="govuk-button-group">
${button({ text: 'Hand the service over', preventDoubleClick: true })}
<a class="govuk-link" href="/services/${service.id}/people">Keep it</a>
</div>
</form>`
}

/** Hands a service to the next registered manager. */
export const handOverPage = (given: HandOverPage): Html => html`${pageHeading({
  text: 'Hand the service over',
  caption: given.service.name,
})}
${insetText({ text: 'Nothing is lost. Everything recorded about the service stays with it, and the next registered manager sees it.' })}
${
  given.people.length > 0
    ? form(given)
    : html`<p class="govuk-body">There is nobody yet to hand it to. Let a deputy in first, or invite the next registered manager.</p>`
}
<p class="govuk-body"><a class="govuk-link" href="/people/invite?service=${given.service.id}">Invite the next registered manager by email</a></p>`
