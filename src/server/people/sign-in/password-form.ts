import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { passwordInput } from '../../../ui/components/password-input.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'

/** Asks for email address and password. What was typed as a password is never sent back. */
export const passwordForm = (given: {
  readonly returnTo: string
  readonly email: string
  readonly errors: readonly FieldError[]
}): Html => html`<form method="post" action="/sign-in/password" novalidate>
<input type="hidden" name="return-to" value="${given.returnTo}">
${input({
  name: 'email',
  type: 'email',
  label: { text: 'Email address' },
  autocomplete: 'username',
  spellcheck: false,
  value: given.email,
  errorMessage: errorOf(given.errors, 'email'),
})}
${passwordInput({
  name: 'password',
  label: { text: 'Password' },
  errorMessage: errorOf(given.errors, 'password'),
})}
${button({ text: 'Sign in', preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="/forgotten-password">Forgotten password</a></p>`
