import { roles } from '../../core/people/roles.ts'
import { button } from '../../ui/components/button.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { radios } from '../../ui/components/radios.ts'
import type { FieldError } from '../../ui/field-errors.ts'
import { errorOf } from '../../ui/field-errors.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import type { InventedPerson } from './queries.ts'

/** Signing in to the demonstration: choose one of the invented people. A live installation offers nobody here. */
export const signInPage = (given: {
  readonly people: readonly InventedPerson[]
  readonly returnTo: string
  readonly errors: readonly FieldError[]
}): Html => html`${pageHeading({ text: 'Sign in' })}
${
  given.people.length === 0
    ? html`<p class="govuk-body">This installation is live. Accounts for it are not built yet, so nobody can sign in.</p>`
    : html`${insetText({ text: 'This is a demonstration. Everyone below is invented, and so is the council they work for.' })}
<form method="post" action="/sign-in" novalidate>
<input type="hidden" name="return-to" value="${given.returnTo}">
${radios({
  name: 'person',
  idPrefix: 'person',
  fieldset: { legend: { text: 'Who would you like to be?', classes: 'govuk-fieldset__legend--m' } },
  items: given.people.map((person) => ({
    value: person.id,
    text: person.name,
    hint: { text: `${roles[person.role].name}, ${person.authority.name}` },
  })),
  errorMessage: errorOf(given.errors, 'person'),
})}
${button({ text: 'Sign in' })}
</form>`
}`
