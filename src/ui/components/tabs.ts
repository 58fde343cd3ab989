import { type Attributes, attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Optional, type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** One tab and its panel. */
export type TabItem = {
  readonly id?: string | undefined
  readonly label: string
  readonly attributes?: Attributes | undefined
  readonly panel: TextOrHtml & { readonly attributes?: Attributes | undefined }
}

/** Options of tabs. Items without an id need an `idPrefix`. */
export type TabsOptions = ElementOptions & {
  readonly id?: string | undefined
  readonly idPrefix?: string | undefined
  readonly title?: string | undefined
  readonly items: readonly Optional<TabItem>[]
}

const tab = (item: TabItem, id: string, index: number): Html =>
  html`<li class="${classes('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}">
<a${attributes({ class: 'govuk-tabs__tab', href: `#${id}`, ...item.attributes })}>
${item.label}
</a>
</li>`

const panel = (item: TabItem, id: string, index: number): Html => html`<div${attributes({
  class: classes('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden'),
  id,
  ...item.panel.attributes,
})}>
${item.panel.html ?? (item.panel.text && html`<p class="govuk-body">${textOrHtml(item.panel)}</p>`)}
</div>`

/** Shows one of several panels at a time. Without JavaScript all stand below each other. */
export const tabs = (options: TabsOptions): Html => {
  const draw = (part: typeof tab): Content =>
    options.items.map(
      (item, index) => item && part(item, item.id ?? `${options.idPrefix}-${index + 1}`, index),
    )
  return html`<div${attributes({
    id: options.id,
    class: classes('govuk-tabs', options.classes),
    ...options.attributes,
    'data-module': 'govuk-tabs',
  })}>
<h2 class="govuk-tabs__title">
${options.title ?? 'Contents'}
</h2>
${options.items.length > 0 && html`<ul class="govuk-tabs__list">${draw(tab)}</ul>${draw(panel)}`}
</div>`
}
