import { encode } from 'uqr'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { base32, inFours } from '../../../core/people/base32.ts'
import { appAddress } from '../../../core/people/one-time-code.ts'
import { button } from '../../../ui/components/button.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { qrCode, secretText } from '../../../ui/qr-code.ts'
import { codeInput } from './code-page.ts'

/** Sets up an authenticator app: scan or type the secret, then prove it by a first code. */
export const factorPage = (given: {
  readonly secret: Uint8Array
  readonly account: string
  readonly council: string
  readonly action: string
  readonly reason: string
  readonly errors: readonly FieldError[]
}): Html => {
  const address = appAddress(given.secret, `Plumbline ${given.council}`, given.account)
  return html`${pageHeading({ text: 'Set up your second step' })}
<p class="govuk-body">${given.reason}</p>
<ol class="govuk-list govuk-list--number">
<li>Open an authenticator app on your phone. Any app for one-time codes will do. Many password managers have one.</li>
<li>Scan this picture with the app:
${qrCode(encode(address).data, 'QR code for your authenticator app. The same secret stands below as text.')}</li>
<li>Or type this secret into the app: ${secretText(inFours(base32(given.secret)))}</li>
<li>Enter the code that the app now shows.</li>
</ol>
<form method="post" action="${given.action}" novalidate>
${codeInput(given.errors, 'Six digits. It changes every half minute.')}
${button({ text: 'Continue', preventDoubleClick: true })}
</form>`
}

/** Shows recovery codes: the only time that they are seen. */
export const recoveryCodesPage = (given: {
  readonly codes: readonly string[]
  readonly heading: string
  readonly onward: string
}): Html => html`${pageHeading({ text: given.heading })}
<p class="govuk-body">These are your recovery codes. Each lets you sign in once when you do not have your phone.</p>
${warningText({ text: 'Print them or write them down now, and keep them away from your phone. They are not shown again.', iconFallbackText: 'Warning' })}
<ul class="govuk-list">
${given.codes.map((code) => html`<li>${secretText(code)}</li>`)}
</ul>
${button({ text: 'I have kept them', href: given.onward })}`
