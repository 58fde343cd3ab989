import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of details. */
export type DetailsOptions = TextOrHtml &
  ElementOptions & {
    readonly id?: string | undefined
    readonly summaryText?: string | undefined
    readonly summaryHtml?: Html | undefined
    readonly open?: boolean | undefined
  }

/** Folds away what only some people need. */
export const details = (options: DetailsOptions): Html => html`<details${attributes({
  id: options.id,
  class: classes('govuk-details', options.classes),
  ...options.attributes,
  open: options.open,
})}>
<summary class="govuk-details__summary">
<span class="govuk-details__summary-text">
${options.summaryHtml ?? options.summaryText}
</span>
</summary>
<div class="govuk-details__text">
${textOrHtml(options)}
</div>
</details>`
