import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type Optional, type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** One page of the thing; `active` is the one shown. */
export type SubNavigationItem = TextOrHtml &
  ElementOptions & { readonly href: string; readonly active?: boolean | undefined }

/** Options of the sub-navigation. `label` names it beside the main navigation. */
export type SubNavigationOptions = ElementOptions & {
  readonly label: string
  readonly items: readonly Optional<SubNavigationItem>[]
}

const entry = (
  item: SubNavigationItem,
): Html => html`<li class="${classes('moj-sub-navigation__item', item.classes)}">
<a${attributes({
  class: 'moj-sub-navigation__link',
  'aria-current': item.active && 'page',
  href: item.href,
  ...item.attributes,
})}>${textOrHtml(item)}</a>
</li>`

/** Leads through the pages of one thing: overview, why this rating, timeline. */
export const subNavigation = (options: SubNavigationOptions): Html => html`<nav${attributes({
  class: classes('moj-sub-navigation', options.classes),
  'aria-label': options.label,
  ...options.attributes,
})}>
<ul class="moj-sub-navigation__list">
${options.items.map((item) => item && entry(item))}
</ul>
</nav>`
