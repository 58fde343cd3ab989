import { roles } from '../../../core/people/roles.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { radios } from '../../../ui/components/radios.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { inventedPeople } from '../queries/invented-people.ts'
import type { SignInGiven } from './methods.ts'

/** Signing in to the demonstration: choose one of the invented people, by council. */
export const demonstrationForm = async (given: SignInGiven): Promise<Html> => {
  const byCouncil = [...Map.groupBy(await inventedPeople(), ({ authority }) => authority.name)]
  return html`${insetText({ text: 'This is a demonstration. Everyone below is invented, and so are the councils they work for.' })}
<form method="post" action="/sign-in" novalidate>
<input type="hidden" name="return-to" value="${given.returnTo}">
<h2 class="govuk-heading-m">Who would you like to be?</h2>
${byCouncil.map(([council, people], index) =>
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
}
