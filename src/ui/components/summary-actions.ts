import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** A link such as *Change*; `visuallyHiddenText` says what it changes. */
export type SummaryAction = TextOrHtml &
  ElementOptions & {
    readonly href: string
    readonly visuallyHiddenText?: string | undefined
  }

/** The links of a row or a card. */
export type SummaryActions = {
  readonly items?: readonly SummaryAction[] | undefined
  readonly classes?: string | undefined
}

const link = (action: SummaryAction, cardTitle: Content): Html => {
  const hidden = action.visuallyHiddenText && ` ${action.visuallyHiddenText}`
  const title = cardTitle && html` (${cardTitle})`
  return html`<a${attributes({
    class: classes('govuk-link', action.classes),
    href: action.href,
    ...action.attributes,
  })}>${textOrHtml(action)}${(hidden || title) && html`<span class="govuk-visually-hidden">${hidden}${title}</span>`}</a>`
}

/** One link by itself, several as a list. */
export const actions = (
  items: readonly SummaryAction[],
  cardTitle: Content,
  names: { readonly list: string; readonly item: string },
): Html => {
  if (items.length === 1) return html`${items.map((item) => link(item, cardTitle))}`
  return html`<ul class="${names.list}">
${items.map((item) => html`<li class="${names.item}">${link(item, cardTitle)}</li>`)}
</ul>`
}
