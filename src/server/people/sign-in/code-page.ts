import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'

/** The field for a code. `one-time-code` lets phones offer it. */
export const codeInput = (errors: readonly FieldError[], hint: string): Html =>
  input({
    name: 'code',
    label: { text: 'Code', classes: 'govuk-label--m' },
    hint: { text: hint },
    classes: 'govuk-input--width-10',
    autocomplete: 'one-time-code',
    autocapitalize: 'none',
    spellcheck: false,
    errorMessage: errorOf(errors, 'code'),
  })

/** The second step of signing in: a code of the person's app, or a recovery code where the phone is gone. */
export const codePage = (errors: readonly FieldError[]): Html => html`${pageHeading({ text: 'Enter a code' })}
<form method="post" action="/sign-in/code" novalidate>
${codeInput(errors, 'The six digits that your authenticator app shows now. Without your phone: one of your recovery codes.')}
${button({ text: 'Continue', preventDoubleClick: true })}
</form>
<p class="govuk-body">If you have neither, ask your administrator to reset your second step.</p>
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Start again</a></p>`
