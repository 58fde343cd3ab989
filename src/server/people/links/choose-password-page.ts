import type { FieldError } from '../../../core/kit/field-error.ts'
import { passwordHint } from '../../../core/people/password-rules.ts'
import { button } from '../../../ui/components/button.ts'
import { passwordInput } from '../../../ui/components/password-input.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'

/** The field for a new password. Typed once: it can be shown, and pasted. */
export const newPasswordInput = (errors: readonly FieldError[]): Html =>
  passwordInput({
    name: 'password',
    label: { text: 'New password', classes: 'govuk-label--m' },
    hint: { text: passwordHint },
    autocomplete: 'new-password',
    errorMessage: errorOf(errors, 'password'),
  })

/** Lets a person choose a password, who came by a link. The hidden address is for password managers. */
export const choosePasswordPage = (given: {
  readonly heading: string
  readonly intro: string
  readonly action: string
  readonly email: string
  readonly errors: readonly FieldError[]
}): Html => html`${pageHeading({ text: given.heading })}
<p class="govuk-body">${given.intro}</p>
<form method="post" action="${given.action}" novalidate>
<input type="hidden" name="email" autocomplete="username" value="${given.email}">
${newPasswordInput(given.errors)}
${button({ text: 'Save the password', preventDoubleClick: true })}
</form>`
