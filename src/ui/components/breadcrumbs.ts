import { type Attributes, attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** One step of the way; the one without an address is the page itself. */
export type BreadcrumbItem = TextOrHtml & {
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Options of the breadcrumbs. */
export type BreadcrumbsOptions = ElementOptions & {
  readonly items: readonly BreadcrumbItem[]
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
}

const step = (item: BreadcrumbItem): Html =>
  item.href
    ? html`<li class="govuk-breadcrumbs__list-item">
<a${attributes({ class: 'govuk-breadcrumbs__link', href: item.href, ...item.attributes })}>${textOrHtml(item)}</a>
</li>`
    : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${textOrHtml(item)}</li>`

/** Shows where a page stands, from the start page down. */
export const breadcrumbs = (options: BreadcrumbsOptions): Html => html`<nav${attributes({
  class: classes(
    'govuk-breadcrumbs',
    options.classes,
    options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  ),
  ...options.attributes,
  'aria-label': options.labelText ?? 'Breadcrumb',
})}>
<ol class="govuk-breadcrumbs__list">
${options.items.map(step)}
</ol>
</nav>`
