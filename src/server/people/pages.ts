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
    : html`${insetText({ text: 'This is a demonstration. Everyone below is invented, and so are the councils they work for.' })}
<form method="post" action="/sign-in" novalidate>
<input type="hidden" name="return-to" value="${given.returnTo}">
<h2 class="govuk-heading-m">Who would you like to be?</h2>
${[...Map.groupBy(given.people, ({ authority }) => authority.name)].map(([council, people], index) =>
  radios({
    name: 'person',
    // The first of the page is the one that the summary of errors leads to.
    idPrefix: index === 0 ? 'person' : `person-of-${people[0]?.authority.id}`,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: council, classes: 'govuk-fieldset__legend--s' } },
    items: people.map((person) => ({
      value: person.id,
      text: person.name,
      hint: { text: roles[person.role].name },
    })),
    errorMessage: index === 0 ? errorOf(given.errors, 'person') : undefined,
  }),
)}
${button({ text: 'Sign in' })}
</form>`
}`
