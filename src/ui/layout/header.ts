import { phaseBanner } from '../components/phase-banner.ts'
import { type ServiceNavigationItem, serviceNavigation } from '../components/service-navigation.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Optional } from '../text-or-html.ts'

/** Whose site it is. The logo, if any, is the council's own; it says nothing that the name does not. */
export type Authority = { readonly name: string; readonly logo?: string | undefined }

/** Who is signed in, or where to sign in. Left out on pages for everyone. */
export type Account =
  | { readonly name: string; readonly href?: string | undefined; readonly signOutAction: string }
  | { readonly signInHref: string }

/** Options of the header. `demonstration` says on every page that nothing here is real. */
export type HeaderOptions = {
  readonly authority: Authority
  readonly product: string
  readonly homeHref?: string | undefined
  readonly account?: Account | undefined
  readonly navigation?: readonly Optional<ServiceNavigationItem>[] | undefined
  readonly demonstration?: Content
}

const mostPlaces = 6

const link = (words: string, href: string): Html =>
  html`<a class="plumbline-header__link" href="${href}">${words}</a>`

const account = (given: Account): Html =>
  html`<div class="plumbline-header__account">${
    'signInHref' in given
      ? link('Sign in', given.signInHref)
      : html`${given.href ? link(given.name, given.href) : html`<span>${given.name}</span>`}
<form method="post" action="${given.signOutAction}">
<button class="plumbline-header__button" type="submit">Sign out</button>
</form>`
  }</div>`

const places = (items: HeaderOptions['navigation'] = []): Content => {
  const shown = items.filter(Boolean)
  if (shown.length === 0) return ''
  if (shown.length > mostPlaces)
    throw new Error(`The navigation has at most ${mostPlaces} places, not ${shown.length}`)
  return serviceNavigation({ navigation: shown, navigationLabel: 'Main' })
}

const demonstration = (words: Content): Html => html`<div class="plumbline-demonstration">
${phaseBanner({ tag: { text: 'Demo' }, html: html`${words}` })}
</div>`

/** The product's mark: a weight on a line. */
const mark = html`<svg class="plumbline-header__mark" viewBox="0 0 20 24" width="15" height="18" aria-hidden="true" focusable="false"><path d="M2 2h16M10 2v8" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" fill="none"/><path d="M10 9l5 6-5 8-5-8z" fill="currentColor"/></svg>`

/** Our own header: the council's name and the product's, on the council's colour. No crown. */
export const header = (options: HeaderOptions): Html => html`<header class="govuk-template__header">
<div class="plumbline-header">
<div class="govuk-width-container">
<div class="plumbline-header__container">
<a class="plumbline-header__home" href="${options.homeHref ?? '/'}">
${options.authority.logo && html`<img class="plumbline-header__logo" src="${options.authority.logo}" alt="">`}
<span class="plumbline-header__authority">${options.authority.name}</span>
<span class="plumbline-header__product">${mark} ${options.product}</span>
</a>
${options.account && account(options.account)}
</div>
</div>
</div>
${places(options.navigation)}
${options.demonstration && demonstration(options.demonstration)}
</header>`
