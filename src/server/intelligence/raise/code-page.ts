import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { panel } from '../../../ui/components/panel.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { raisePath } from './frame.ts'

/** Asks for the code of the email. What was sent is kept meanwhile. */
export const codePage = (given: {
  readonly email: string
  readonly minutes: number
  readonly errors: readonly FieldError[]
  /** Whether a code is on its way, or the address got as many as it may. */
  readonly waiting: boolean
}): Html => html`${pageHeading({ text: 'Confirm your email address' })}
<p class="govuk-body">What you told us is kept. So that it counts, confirm that you are at <strong class="plumbline-break">${given.email}</strong>.</p>
${
  given.waiting
    ? html`<form method="post" action="${raisePath}/code" novalidate>
${input({
  id: 'code',
  name: 'code',
  label: { text: 'Code', classes: 'govuk-label--m' },
  hint: { text: `The six digits that we sent you by email. They work for ${given.minutes} minutes.` },
  classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
  inputmode: 'numeric',
  autocomplete: 'one-time-code',
  spellcheck: false,
  errorMessage: errorOf(given.errors, 'code'),
})}
${button({ text: 'Confirm', preventDoubleClick: true })}
</form>`
    : html`<p class="govuk-body"><strong>No code works at the moment.</strong> The contracts team sees what you told us, marked as not confirmed.</p>`
}
<form method="post" action="${raisePath}/code/again" novalidate>
<p class="govuk-body">Nothing came? Look among junk mail, or ask for a new code. The old one does not work then.</p>
${button({ text: 'Send a new code', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`

/** The end: it has come in, under this number. */
export const donePage = (given: {
  readonly reference: string
  readonly council: string
}): Html => html`${panel({
  titleText: 'Thank you. It has come in',
  html: html`Your reference number<br><strong>${given.reference}</strong>`,
})}
<h2 class="govuk-heading-m">What happens next</h2>
<p class="govuk-body">The contracts team of ${given.council} reads it, and may ring or write to you. We sent you the reference number by email, and tell you when it has ended.</p>
<p class="govuk-body"><a class="govuk-link" href="${raisePath}">Tell us about another service</a></p>`
