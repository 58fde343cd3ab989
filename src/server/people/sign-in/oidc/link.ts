import { button } from '../../../../ui/components/button.ts'
import { type Html, html } from '../../../../ui/html.ts'

/** Leads to the council's own sign-in. A link and no form: it leads to another website. */
export const providerLink = (returnTo: string): Html =>
  html`<p class="govuk-body">If you work for the council, use the account that you use at work.</p>
${button({
  text: 'Sign in with your council account',
  href: returnTo === '/' ? '/sign-in/oidc' : `/sign-in/oidc?return-to=${encodeURIComponent(returnTo)}`,
})}`
