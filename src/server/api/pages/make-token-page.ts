import { intelligenceKinds } from '../../../core/intelligence/kinds.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { allScopes, type Scope, scopes, scopesHeld } from '../../../core/people/scopes.ts'
import { type TokenTyped, tokenDays } from '../../../core/people/token-form.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { kindNames } from '../../register/words.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const scopeItem = (scope: Scope) => ({
  value: scope,
  text: capital(scopes[scope].does),
  hint: { text: `${scopes[scope].area}: ${scope}` },
})

/** Makes a token: what for, for which system, what it may, and for how long. */
export const makeTokenPage = (given: {
  readonly id: string
  readonly typed: TokenTyped
  readonly errors: readonly FieldError[]
}): Html => {
  const { id, typed, errors } = given
  return html`${pageHeading({ text: 'Make a token' })}
<form method="post" action="/tokens/new" novalidate>
<input type="hidden" name="id" value="${id}">
${input({
  name: 'name',
  label: { text: 'What is it for?', classes: 'govuk-label--m' },
  hint: { text: 'Such as: concerns of the social care system, every night.' },
  value: typed.name,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'name'),
})}
${input({
  name: 'source',
  label: { text: 'Which system uses it?', classes: 'govuk-label--m' },
  hint: { text: 'The audit trail shows what it does under the name of the token.' },
  value: typed.source,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'source'),
})}
${checkboxes({
  name: 'scope',
  idPrefix: 'scope',
  fieldset: { legend: { text: 'What may it do?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: 'Choose as little as it needs.' },
  values: typed.scopes,
  items: scopesHeld(allScopes).map(scopeItem),
  errorMessage: errorOf(errors, 'scope'),
})}
${checkboxes({
  name: 'kind',
  idPrefix: 'kind',
  fieldset: {
    legend: { text: 'Which kinds of intelligence? (optional)', classes: 'govuk-fieldset__legend--m' },
  },
  hint: { text: 'If you choose none, every kind is open to it, as far as its scopes go.' },
  values: typed.kinds,
  items: intelligenceKinds.map((kind) => ({ value: kind, text: kindNames[kind] })),
  errorMessage: errorOf(errors, 'kind'),
})}
${radios({
  name: 'lasts',
  idPrefix: 'lasts',
  fieldset: { legend: { text: 'How long does it work?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: 'You can revoke it at any time.' },
  items: tokenDays.map((days) => ({ value: days, text: `${days} days` })),
  value: typed.lasts,
  errorMessage: errorOf(errors, 'lasts'),
})}
${button({ text: 'Make the token', preventDoubleClick: true })}
</form>`
}
