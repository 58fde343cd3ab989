import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Optional, type TextOrHtml, textOrHtml } from '../text-or-html.ts'
import { actions, type SummaryActions } from './summary-actions.ts'
import { type SummaryCardOptions, summaryCard } from './summary-card.ts'

type Cell = TextOrHtml & { readonly classes?: string | undefined }

/** One row: what it is, its value, and links to change it. */
export type SummaryListRow = {
  readonly key: Cell
  readonly value: Cell
  readonly actions?: SummaryActions | undefined
  readonly classes?: string | undefined
}

/** Options of a summary list, in a card where `card` is given. */
export type SummaryListOptions = ElementOptions & {
  readonly rows: readonly Optional<SummaryListRow>[]
  readonly card?: SummaryCardOptions | undefined
}

const hasActions = (row: Optional<SummaryListRow>): boolean =>
  row ? Boolean(row.actions?.items?.length) : false

const row = (given: SummaryListRow, someHaveActions: boolean, cardTitle: Content): Html => {
  const lacksActions = someHaveActions && !given.actions?.items
  return html`<div class="${classes('govuk-summary-list__row', lacksActions && 'govuk-summary-list__row--no-actions', given.classes)}">
<dt class="${classes('govuk-summary-list__key', given.key.classes)}">
${textOrHtml(given.key)}
</dt>
<dd class="${classes('govuk-summary-list__value', given.value.classes)}">
${textOrHtml(given.value)}
</dd>
${
  hasActions(given) &&
  html`<dd class="${classes('govuk-summary-list__actions', given.actions?.classes)}">
${actions(given.actions?.items ?? [], cardTitle, {
  list: 'govuk-summary-list__actions-list',
  item: 'govuk-summary-list__actions-list-item',
})}
</dd>`
}
</div>`
}

/** Shows facts as pairs of key and value: details of a service, answers to check. */
export const summaryList = (options: SummaryListOptions): Html => {
  const someHaveActions = options.rows.some(hasActions)
  const cardTitle = textOrHtml(options.card?.title)
  const list = html`<dl${attributes({ class: classes('govuk-summary-list', options.classes), ...options.attributes })}>
${options.rows.map((given) => given && row(given, someHaveActions, cardTitle))}
</dl>`
  return options.card ? summaryCard(options.card, list) : list
}
