import { isProviderRole, rolesInOrder } from '../../../core/people/provider-roles.ts'
import { roles } from '../../../core/people/roles.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { errorOf, type FieldError } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'

/** Asks what a person does, and for a provider's person, with which services. */
export const rolesFields = (
  typed: { readonly roles: readonly string[]; readonly services: string },
  errors: readonly FieldError[],
): Html => html`${checkboxes({
  name: 'role',
  idPrefix: 'role',
  fieldset: { legend: { text: 'What does the person do?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: 'A person may hold several roles of the council.' },
  values: typed.roles,
  items: rolesInOrder.map((role) => ({
    value: role,
    text: roles[role].name,
    ...(isProviderRole(role)
      ? { hint: { text: 'Works for a provider: sees the services named below only' } }
      : {}),
  })),
  errorMessage: errorOf(errors, 'role'),
})}
${textarea({
  name: 'services',
  rows: 4,
  label: { text: 'Services of a provider’s person', classes: 'govuk-label--m' },
  hint: {
    text: 'One on each line: its name as Services shows it, or its CQC location id. Leave it empty for people of the council.',
  },
  value: typed.services,
  errorMessage: errorOf(errors, 'services'),
})}`
