import type { ServiceTyped } from '../../../core/contracts/service-form.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { select } from '../../../ui/components/select.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { CouncilPerson } from '../queries/people.ts'
import { type FieldsGiven, monitoringFields, partyFields, termFields } from './contract-fields.ts'

/** Chooses a person of the council. */
export const personSelect = (given: {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly people: readonly CouncilPerson[]
  readonly value: string
  readonly nobody: string
  readonly errors: FieldsGiven['errors']
}): Html =>
  select({
    id: given.name,
    name: given.name,
    label: { text: given.label, classes: 'govuk-label--s' },
    hint: { text: given.hint },
    items: [
      { value: '', text: given.nobody },
      ...given.people.map(({ id, name }) => ({ value: id, text: name })),
    ],
    value: given.value,
    errorMessage: errorOf(given.errors, given.name),
  })

const newServiceFields = (
  typed: ServiceTyped,
  errors: FieldsGiven['errors'],
): Html => html`<h2 class="govuk-heading-m">The service</h2>
${input({ id: 'serviceName', name: 'serviceName', label: { text: 'Name of the service' }, value: typed.serviceName, errorMessage: errorOf(errors, 'serviceName') })}
${input({ id: 'place', name: 'place', label: { text: 'Town or village (optional)' }, classes: 'govuk-input--width-20', value: typed.place, errorMessage: errorOf(errors, 'place') })}
${input({ id: 'postcode', name: 'postcode', label: { text: 'Postcode (optional)' }, classes: 'govuk-input--width-10', value: typed.postcode, errorMessage: errorOf(errors, 'postcode') })}`

/** The form for a new contract: one dense page. Without a service it asks for that of the new one, too. */
export const addForm = (
  given: FieldsGiven & {
    readonly id: string
    readonly service: { readonly id: string; readonly name: string } | null
    readonly serviceTyped: ServiceTyped
    readonly lead: string
    readonly people: readonly CouncilPerson[]
    readonly officer: string | null
  },
): Html => html`${pageHeading({ text: 'Add a contract', caption: given.service?.name ?? 'A service that is not in the register' })}
<form method="post" action="/contracts/new" novalidate>
<input type="hidden" name="id" value="${given.id}">
<input type="hidden" name="service" value="${given.service?.id ?? 'new'}">
${given.service === null && newServiceFields(given.serviceTyped, given.errors)}
${partyFields(given)}
${termFields(given)}
${monitoringFields(given)}
<h2 class="govuk-heading-m">Who looks after it</h2>
${personSelect({
  name: 'lead',
  label: 'Contract lead',
  hint:
    given.officer === null
      ? 'Nobody is named as Authorised Officer yet.'
      : `Without one the Authorised Officer leads: ${given.officer}.`,
  people: given.people,
  value: given.lead,
  nobody: 'No lead is named',
  errors: given.errors,
})}
${button({ text: 'Add the contract', preventDoubleClick: true })}
</form>`

/** The form to change what a contract says. */
export const changeForm = (
  given: FieldsGiven & { readonly id: string; readonly version: number; readonly service: string },
): Html => html`${pageHeading({ text: 'Change the contract', caption: given.service })}
<form method="post" action="/contracts/${given.id}/change" novalidate>
<input type="hidden" name="version" value="${given.version}">
${partyFields(given)}
${termFields(given)}
${monitoringFields(given)}
${button({ text: 'Save the changes', preventDoubleClick: true })}
</form>`
