import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of a hint. Inside a control its id is set for you. */
export type HintOptions = TextOrHtml & ElementOptions & { readonly id?: string | undefined }

/** Helps a person to answer: what to look for, in which form. */
export const hint = (options: HintOptions): Html => html`<div${attributes({
  id: options.id,
  class: classes('govuk-hint', options.classes),
  ...options.attributes,
})}>
${textOrHtml(options)}
</div>`
