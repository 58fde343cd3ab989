import type { FieldError } from '../../../core/kit/field-error.ts'
import type { AccessTyped } from '../../../core/people/invite-form.ts'
import { type Role, roles, type Side } from '../../../core/people/roles.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { input } from '../../../ui/components/input.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'

const works: Readonly<Record<Side, string>> = {
  council: '',
  provider: 'Works for a provider: ',
  partner: 'Works for an agency: ',
}

/** Asks what a person does. */
export const rolesField = (
  offered: readonly Role[],
  held: readonly string[],
  errors: readonly FieldError[],
): Html =>
  checkboxes({
    name: 'role',
    idPrefix: 'role',
    fieldset: { legend: { text: 'What does the person do?', classes: 'govuk-fieldset__legend--m' } },
    hint: { text: 'A person may hold several roles of one side.' },
    values: held,
    items: offered.map((role) => {
      const { name, side, does } = roles[role]
      const hint = works[side] === '' ? does : `${works[side]}${does.charAt(0).toLowerCase()}${does.slice(1)}`
      return { value: role, text: name, hint: { text: hint } }
    }),
    errorMessage: errorOf(errors, 'role'),
  })

/** Asks for what: services, a provider or group, an agency. Only for the roles that are offered. */
export const accessFields = (
  offered: readonly Role[],
  typed: AccessTyped,
  errors: readonly FieldError[],
): Html =>
  html`${
    offered.includes('registered-manager') &&
    textarea({
      name: 'services',
      rows: 4,
      label: { text: 'Services of a registered manager or contributor', classes: 'govuk-label--m' },
      hint: {
        text: 'One on each line: its name as Services shows it, or its CQC location id. Leave it empty for everyone else.',
      },
      value: typed.services,
      errorMessage: errorOf(errors, 'services'),
    })
  }${
    offered.includes('group-lead') &&
    input({
      name: 'employer',
      label: { text: 'Provider or group of a group lead', classes: 'govuk-label--m' },
      hint: { text: 'Its name as Contracts shows it. Where both have the name, the group is taken.' },
      value: typed.employer,
      errorMessage: errorOf(errors, 'employer'),
    })
  }${
    offered.includes('partner-member') &&
    input({
      name: 'agency',
      label: { text: 'Agency of a partner agency member', classes: 'govuk-label--m' },
      hint: { text: 'Such as the name of an ICB or an NHS trust.' },
      value: typed.agency,
      errorMessage: errorOf(errors, 'agency'),
    })
  }`
