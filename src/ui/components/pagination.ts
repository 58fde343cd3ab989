import { type Attributes, attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Optional, type TextOrHtml, textOrHtml } from '../text-or-html.ts'

type PaginationLink = TextOrHtml & {
  readonly href?: string | undefined
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** One page of the list. */
type PaginationPage = {
  readonly number: string | number
  readonly href: string
  readonly current?: boolean | undefined
  readonly ellipsis?: false | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A page, or dots where pages are left out. */
export type PaginationItem = PaginationPage | { readonly ellipsis: true }

/** Options of pagination. Without `items` it leads to the page before and after as blocks. */
export type PaginationOptions = ElementOptions & {
  readonly items?: readonly Optional<PaginationItem>[] | undefined
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly landmarkLabel?: string | undefined
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const words = { prev: 'Previous', next: 'Next' }

const arrow = (kind: 'prev' | 'next'): Html =>
  html`<svg class="govuk-pagination__icon govuk-pagination__icon--${kind}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
<path d="${arrows[kind]}"></path>
</svg>`

const step = (kind: 'prev' | 'next', link: PaginationLink | undefined, isBlock: boolean): Content => {
  if (!link?.href) return ''
  const title = textOrHtml(link) ?? html`${words[kind]}<span class="govuk-visually-hidden"> page</span>`
  const isPlain = isBlock && !link.labelText
  return html`<div class="govuk-pagination__${kind}">
<a${attributes({ class: 'govuk-link govuk-pagination__link', href: link.href, rel: kind, ...link.attributes })}>
${(isBlock || kind === 'prev') && arrow(kind)}
<span class="${classes('govuk-pagination__link-title', isPlain && 'govuk-pagination__link-title--decorated')}">
${title}
</span>
${
  isBlock &&
  link.labelText &&
  html`<span class="govuk-visually-hidden">:</span>
<span class="govuk-pagination__link-label">${link.labelText}</span>`
}
${!isBlock && kind === 'next' && arrow(kind)}
</a>
</div>`
}

const page = (item: PaginationItem): Html => {
  if (item.ellipsis) {
    return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">
⋯
</li>`
  }
  return html`<li class="${classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}">
<a${attributes({
    class: 'govuk-link govuk-pagination__link',
    href: item.href,
    'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
    'aria-current': item.current && 'page',
    ...item.attributes,
  })}>
${item.number}
</a>
</li>`
}

/** Leads through a list that is longer than a page. */
export const pagination = (options: PaginationOptions): Html => {
  const isBlock = !options.items && Boolean(options.next || options.previous)
  return html`<nav${attributes({
    class: classes('govuk-pagination', isBlock && 'govuk-pagination--block', options.classes),
    'aria-label': options.landmarkLabel || 'Pagination',
    ...options.attributes,
  })}>
${step('prev', options.previous, isBlock)}
${options.items && html`<ul class="govuk-pagination__list">${options.items.map((item) => item && page(item))}</ul>`}
${step('next', options.next, isBlock)}
</nav>`
}
