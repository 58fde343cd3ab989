import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of the identity bar. `title` holds all that the bar says. */
export type IdentityBarOptions = ElementOptions & { readonly title: TextOrHtml }

/** Keeps in sight whose pages these are: name, rating, what is out of the ordinary. */
export const identityBar = (options: IdentityBarOptions): Html => html`<div${attributes({
  class: classes('moj-identity-bar', options.classes),
  ...options.attributes,
})}>
<div class="moj-identity-bar__container">
<div class="moj-identity-bar__details">
<span class="moj-identity-bar__title">${textOrHtml(options.title)}</span>
</div>
</div>
</div>`
