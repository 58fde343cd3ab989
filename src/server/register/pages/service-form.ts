import type { ServiceTyped } from '../../../core/contracts/service-form.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { select } from '../../../ui/components/select.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { serviceTypeNames } from '../words.ts'

/** What a person typed of a service, word for word. */
export type DetailsTyped = ServiceTyped & { readonly serviceType: string }

type Given = { readonly typed: DetailsTyped; readonly errors: readonly FieldError[] }

const fields = ({
  typed,
  errors,
}: Given): Html => html`${input({ id: 'serviceName', name: 'serviceName', label: { text: 'Name of the service' }, value: typed.serviceName, errorMessage: errorOf(errors, 'serviceName') })}
${select({
  id: 'serviceType',
  name: 'serviceType',
  label: { text: 'Service type' },
  hint: { text: 'While a contract is in force, the service has the type of its contract.' },
  items: [
    { value: '', text: 'Choose a type' },
    ...Object.entries(serviceTypeNames).map(([value, text]) => ({ value, text })),
  ],
  value: typed.serviceType,
  errorMessage: errorOf(errors, 'serviceType'),
})}
${input({ id: 'place', name: 'place', label: { text: 'Town or village (optional)' }, classes: 'govuk-input--width-20', value: typed.place, errorMessage: errorOf(errors, 'place') })}
${input({ id: 'postcode', name: 'postcode', label: { text: 'Postcode (optional)' }, classes: 'govuk-input--width-10', value: typed.postcode, errorMessage: errorOf(errors, 'postcode') })}`

/** The form for a service that CQC does not register, or that the council does not commission. */
export const addServiceForm = (
  given: Given & { readonly id: string },
): Html => html`${pageHeading({ text: 'Add a service' })}
<p class="govuk-body">Services that CQC registers come from its register: <a class="govuk-link" href="/services">search for them</a> first. Add here what is not there, such as a day centre.</p>
<form method="post" action="/services/new" novalidate>
<input type="hidden" name="id" value="${given.id}">
${fields(given)}
${button({ text: 'Add the service', preventDoubleClick: true })}
</form>`

/** The form to change a service. */
export const changeServiceForm = (
  given: Given & { readonly id: string; readonly name: string },
): Html => html`${pageHeading({ text: 'Change the service', caption: given.name })}
<form method="post" action="/services/${given.id}/change" novalidate>
${fields(given)}
${button({ text: 'Save the changes', preventDoubleClick: true })}
</form>`

/** The form that ends a service: it stays in the register, with its last day. */
export const endServiceForm = (given: {
  readonly id: string
  readonly name: string
  readonly on: string
  readonly reason: string
  readonly errors: readonly FieldError[]
}): Html => {
  return html`${pageHeading({ text: 'End the service', caption: given.name })}
<p class="govuk-body">The service and its history stay. It is shown as closed.</p>
<form method="post" action="/services/${given.id}/end" novalidate>
${dayField({ name: 'on', text: 'Last day of the service', hint: 'Today or in the past.', value: given.on, errors: given.errors })}
${textarea({ id: 'reason', name: 'reason', label: { text: 'Why does it end?', classes: 'govuk-label--s' }, rows: 3, value: given.reason, errorMessage: errorOf(given.errors, 'reason') })}
<div class="govuk-button-group">
${button({ text: 'End the service', classes: 'govuk-button--warning', preventDoubleClick: true })}
<a class="govuk-link" href="/services/${given.id}">Keep the service</a>
</div>
</form>`
}
