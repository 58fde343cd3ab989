import { type Attributes, attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** One error, with the address of its field: `#day-of-visit`. */
export type ErrorSummaryItem = TextOrHtml & {
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Options of the error summary. */
export type ErrorSummaryOptions = ElementOptions & {
  readonly titleText?: string | undefined
  readonly titleHtml?: Html | undefined
  readonly descriptionText?: string | undefined
  readonly descriptionHtml?: Html | undefined
  readonly errorList?: readonly ErrorSummaryItem[] | undefined
  readonly disableAutoFocus?: boolean | undefined
}

const entry = (item: ErrorSummaryItem): Html => html`<li>
${item.href ? html`<a${attributes({ href: item.href, ...item.attributes })}>${textOrHtml(item)}</a>` : textOrHtml(item)}
</li>`

const list = (items: readonly ErrorSummaryItem[]): Content =>
  items.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${items.map(entry)}</ul>`

/** Stands at the top of a page that could not be taken, and links to every field to mend. */
export const errorSummary = (options: ErrorSummaryOptions): Html => {
  const description = options.descriptionHtml ?? options.descriptionText
  return html`<div${attributes({
    class: classes('govuk-error-summary', options.classes),
    'data-disable-auto-focus': options.disableAutoFocus?.toString(),
    ...options.attributes,
    'data-module': 'govuk-error-summary',
  })}>
<div role="alert">
<h2 class="govuk-error-summary__title">
${options.titleHtml ?? options.titleText}
</h2>
<div class="govuk-error-summary__body">
${description && html`<p>${description}</p>`}
${list(options.errorList ?? [])}
</div>
</div>
</div>`
}
