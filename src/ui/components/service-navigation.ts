import { type Attributes, attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Optional, type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** One place to go. `current` is this very page; `active` is a page somewhere below. */
export type ServiceNavigationItem = TextOrHtml & {
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

type EndSlot = { readonly html: Html; readonly align?: 'inline' | undefined }

/** Options of the service navigation. */
export type ServiceNavigationOptions = ElementOptions & {
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly navigation?: readonly Optional<ServiceNavigationItem>[] | undefined
  readonly navigationId?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  readonly ariaLabel?: string | undefined
  readonly slots?:
    | {
        readonly start?: Html | undefined
        readonly end?: Html | EndSlot | undefined
        readonly navigationStart?: Html | undefined
        readonly navigationEnd?: Html | undefined
      }
    | undefined
}

const place = (item: ServiceNavigationItem): Html => {
  const isHere = item.active || item.current
  const current = isHere && (item.current ? 'page' : 'true')
  const words = textOrHtml(item)
  const inside = isHere
    ? html`<strong class="govuk-service-navigation__active-fallback">${words}</strong>`
    : words
  const link = html`<a${attributes({
    class: 'govuk-service-navigation__link',
    href: item.href,
    'aria-current': current,
    ...item.attributes,
  })}>
${inside}
</a>`
  const text = html`<span${attributes({ class: 'govuk-service-navigation__text', 'aria-current': current })}>
${inside}
</span>`
  return html`<li class="${classes('govuk-service-navigation__item', isHere && 'govuk-service-navigation__item--active')}">
${item.href ? link : words && text}
</li>`
}

const serviceName = ({ serviceName: name, serviceUrl: url }: ServiceNavigationOptions): Content =>
  name &&
  html`<span class="govuk-service-navigation__service-name">
${
  url
    ? html`<a href="${url}" class="govuk-service-navigation__link">
${name}
</a>`
    : html`<span class="govuk-service-navigation__text">${name}</span>`
}
</span>`

const navigation = (options: ServiceNavigationOptions): Content => {
  const items = (options.navigation ?? []).filter((item) => Boolean(item))
  const { navigationStart, navigationEnd } = options.slots ?? {}
  if (items.length === 0 && !navigationStart && !navigationEnd) return ''
  const menuText = options.menuButtonText || 'Menu'
  const id = options.navigationId || 'navigation'
  const menu = html`<button${attributes({
    type: 'button',
    class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
    'aria-controls': id,
    'aria-label': options.menuButtonLabel !== menuText && options.menuButtonLabel,
    hidden: true,
    'aria-hidden': 'true',
  })}>
${menuText}
</button>`
  return html`<nav aria-label="${options.navigationLabel || menuText}" class="${classes('govuk-service-navigation__wrapper', options.navigationClasses)}">
${(options.collapseNavigationOnMobile ?? items.length > 1) && menu}
<ul class="govuk-service-navigation__list" id="${id}">
${navigationStart}
${items.map((item) => item && place(item))}
${navigationEnd}
</ul>
</nav>`
}

/** Leads to the main places of the product. */
export const serviceNavigation = (options: ServiceNavigationOptions): Html => {
  const { start, end } = options.slots ?? {}
  const endSlot: EndSlot | undefined = end && ('html' in end ? end : { html: end })
  const outer = {
    class: classes('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
    ...options.attributes,
  }
  const inner = html`
<div class="${classes('govuk-width-container', endSlot?.align === 'inline' && 'govuk-service-navigation__inlining-container')}">
${start}
<div class="govuk-service-navigation__container">
${serviceName(options)}
${navigation(options)}
</div>
${endSlot?.html}
</div>
`
  if (!options.serviceName && !start && !endSlot) return html`<div${attributes(outer)}>${inner}</div>`
  const label = { 'aria-label': options.ariaLabel ?? 'Service information' }
  return html`<section${attributes({ ...label, ...outer })}>${inner}</section>`
}
