import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of inset text. */
export type InsetTextOptions = TextOrHtml & ElementOptions & { readonly id?: string | undefined }

/** Sets a passage apart from the text around it: a quotation, an example, an assumption. */
export const insetText = (options: InsetTextOptions): Html => html`<div${attributes({
  id: options.id,
  class: classes('govuk-inset-text', options.classes),
  ...options.attributes,
})}>
${textOrHtml(options)}
</div>`
