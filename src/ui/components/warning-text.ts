import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of warning text. */
export type WarningTextOptions = TextOrHtml &
  ElementOptions & { readonly iconFallbackText?: string | undefined }

/** Warns of consequences before a person acts. */
export const warningText = (options: WarningTextOptions): Html => html`<div${attributes({
  class: classes('govuk-warning-text', options.classes),
  ...options.attributes,
})}>
<span class="govuk-warning-text__icon" aria-hidden="true">!</span>
<strong class="govuk-warning-text__text">
<span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span>
${textOrHtml(options)}
</strong>
</div>`
