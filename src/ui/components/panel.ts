import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of a confirmation panel. */
export type PanelOptions = TextOrHtml &
  ElementOptions & {
    readonly titleText?: string | undefined
    readonly titleHtml?: Html | undefined
    readonly headingLevel?: number | undefined
  }

/** Confirms at the end of a form that it was sent, with its reference number. */
export const panel = (options: PanelOptions): Html => {
  const level = options.headingLevel || 1
  const body = textOrHtml(options)
  return html`<div${attributes({
    class: classes('govuk-panel', 'govuk-panel--confirmation', options.classes),
    ...options.attributes,
  })}>
<h${level} class="govuk-panel__title">
${options.titleHtml ?? options.titleText}
</h${level}>
${body && html`<div class="govuk-panel__body">${body}</div>`}
</div>`
}
