import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { radios } from '../../../ui/components/radios.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'

/** One of the places where a person can act: a council, or their provider or agency. */
export type SideChoice = { readonly value: string; readonly text: string; readonly hint: string }

/** Chooses for whom a person acts who has a role in more than one place. */
export const sidePage = (given: {
  readonly choices: readonly SideChoice[]
  readonly now: string
  readonly errors: readonly FieldError[]
}): Html => html`${pageHeading({ text: 'For whom do you act?' })}
<p class="govuk-body">You act for one council at a time. For providers you act in all their councils at once.</p>
<form method="post" action="/acting-for" novalidate>
${radios({
  name: 'side',
  idPrefix: 'side',
  fieldset: { legend: { text: 'Act for', classes: 'govuk-fieldset__legend--m' } },
  items: given.choices.map(({ value, text, hint }) => ({ value, text, hint: { text: hint } })),
  value: given.now,
  errorMessage: errorOf(given.errors, 'side'),
})}
${button({ text: 'Continue' })}
</form>`
