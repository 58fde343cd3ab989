import { type Content, type Html, html } from '../html.ts'

/** Where the footer's three links lead, on every page the same. */
export type FooterOptions = {
  readonly accessibilityHref?: string | undefined
  readonly contactHref?: string | undefined
  readonly feedbackHref?: string | undefined
  /** Where else the footer leads, before the three. */
  readonly more?: readonly { readonly text: string; readonly href: string }[] | undefined
  readonly about?: Content
}

const entry = (words: string, href: string): Html =>
  html`<li><a class="govuk-link govuk-link--no-visited-state" href="${href}">${words}</a></li>`

/** The footer. GOV.UK's own carries the crown and the crest, which councils may not use. */
export const footer = (options: FooterOptions = {}): Html => html`<footer class="govuk-template__footer">
<div class="plumbline-footer">
<div class="govuk-width-container plumbline-footer__container">
<h2 class="govuk-visually-hidden">Support links</h2>
<ul class="plumbline-footer__list">
${(options.more ?? []).map(({ text, href }) => entry(text, href))}
${entry('Accessibility statement', options.accessibilityHref ?? '/accessibility')}
${entry('Contact', options.contactHref ?? '/contact')}
${entry('Give feedback', options.feedbackHref ?? '/feedback')}
</ul>
${options.about !== undefined && html`<p class="plumbline-footer__about">${options.about}</p>`}
</div>
</div>
</footer>`
