import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'
import { actions, type SummaryActions } from './summary-actions.ts'

type CardTitle = TextOrHtml & {
  readonly classes?: string | undefined
  readonly headingLevel?: number | undefined
}

/** Options of the card around a summary list. */
export type SummaryCardOptions = ElementOptions & {
  readonly title?: CardTitle | undefined
  readonly actions?: SummaryActions | undefined
}

const heading = (title: CardTitle): Html => {
  const level = title.headingLevel || 2
  return html`<h${level} class="${classes('govuk-summary-card__title', title.classes)}">
${textOrHtml(title)}
</h${level}>`
}

const links = (options: SummaryCardOptions): Content => {
  const items = options.actions?.items ?? []
  if (items.length === 0) return ''
  const name = classes('govuk-summary-card__actions', options.actions?.classes)
  const content = actions(items, textOrHtml(options.title), {
    list: name,
    item: 'govuk-summary-card__action',
  })
  return items.length === 1 ? html`<div class="${name}">${content}</div>` : content
}

/** Sets content in a card with a title and links that act on the whole of it. */
export const summaryCard = (options: SummaryCardOptions, content: Content): Html => html`<div${attributes({
  class: classes('govuk-summary-card', options.classes),
  ...options.attributes,
})}>
<div class="govuk-summary-card__title-wrapper">
${options.title && heading(options.title)}
${links(options)}
</div>
<div class="govuk-summary-card__content">
${content}
</div>
</div>`
