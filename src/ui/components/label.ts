import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of a label. `for` is set by the control that it names. */
export type LabelOptions = TextOrHtml &
  ElementOptions & {
    readonly for?: string | undefined
    readonly isPageHeading?: boolean | undefined
  }

/** Names a control. Where a page asks one thing, the label is also its heading. */
export const label = (options: LabelOptions): Html => {
  const words = textOrHtml(options)
  if (words === undefined || words === '') return html``
  const element = html`<label${attributes({
    class: classes('govuk-label', options.classes),
    ...options.attributes,
    for: options.for,
  })}>
${words}
</label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
