import type { FieldError } from '../../../core/kit/field-error.ts'
import type { InviteTyped } from '../../../core/people/invite-form.ts'
import { type Role, roles } from '../../../core/people/roles.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { accessFields, rolesField } from './roles-fields.ts'

/** What the page is shown with. */
export type InvitePage = {
  /** Set where somebody is invited for one service. */
  readonly service: { readonly id: string; readonly name: string } | null
  /** The roles that the reader may give. */
  readonly offered: readonly Role[]
  readonly typed: InviteTyped
  readonly errors: readonly FieldError[]
}

const forService = ({ service, offered, typed, errors }: InvitePage): Html => html`
<input type="hidden" name="service" value="${service?.id ?? ''}">
${
  offered.length === 1
    ? html`<input type="hidden" name="role" value="${offered[0] ?? ''}">`
    : radios({
        name: 'role',
        idPrefix: 'role',
        fieldset: { legend: { text: 'As what?', classes: 'govuk-fieldset__legend--m' } },
        items: offered.map((role) => ({
          value: role,
          text: roles[role].name,
          hint: { text: roles[role].does },
        })),
        value: typed.roles[0],
        errorMessage: errorOf(errors, 'role'),
      })
}`

/** Invites a person by email. */
export const invitePage = (given: InvitePage): Html => {
  const { service, offered, typed, errors } = given
  return html`${pageHeading({ text: 'Invite a person', caption: service?.name })}
<p class="govuk-body">They get a link by email, and choose their own password. It works once and ends after some days. Whoever has an account already keeps it, and gets a note.</p>
${
  service !== null &&
  html`<p class="govuk-body">They will see ${service.name}, and nothing else that they do not see already.</p>`
}
<form method="post" action="/people/invite" novalidate>
${input({ name: 'name', label: { text: 'Name', classes: 'govuk-label--m' }, autocomplete: 'off', value: typed.name, errorMessage: errorOf(errors, 'name') })}
${input({ name: 'email', type: 'email', label: { text: 'Email address', classes: 'govuk-label--m' }, hint: { text: 'Their own at work, not one that several people read.' }, autocomplete: 'off', spellcheck: false, value: typed.email, errorMessage: errorOf(errors, 'email') })}
${service === null ? html`${rolesField(offered, typed.roles, errors)}${accessFields(offered, typed, errors)}` : forService(given)}
${button({ text: 'Send the invitation', preventDoubleClick: true })}
</form>`
}
