import { warningText } from '../../../ui/components/warning-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { secretText } from '../../../ui/qr-code.ts'

/** Shows a new token, this once. */
export const madeTokenPage = (
  id: string,
  secret: string,
): Html => html`${pageHeading({ text: 'The token is made' })}
<p class="govuk-body">Copy it now into the system that uses it:</p>
<p class="govuk-body-l">${secretText(secret)}</p>
${warningText({
  text: 'It is shown once and kept nowhere. Do not send it by mail, and do not write it into an address.',
  iconFallbackText: 'Warning',
})}
<p class="govuk-body"><a class="govuk-link" href="/tokens/${id}">What it may do, and how to revoke it</a></p>
<p class="govuk-body"><a class="govuk-link" href="/api">What the API can do</a></p>`
