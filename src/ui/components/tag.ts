import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of a tag. */
export type TagOptions = TextOrHtml & ElementOptions

/** A word for the state of something. For a colour with a meaning use `statusTag`. */
export const tag = (options: TagOptions): Html => html`<strong${attributes({
  class: classes('govuk-tag', options.classes),
  ...options.attributes,
})}>
${textOrHtml(options)}
</strong>`
