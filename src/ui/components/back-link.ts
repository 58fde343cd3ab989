import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of the back link. */
export type BackLinkOptions = TextOrHtml & ElementOptions & { readonly href?: string | undefined }

/** Takes a person to the page before, in a form of several pages. */
export const backLink = (options: BackLinkOptions): Html =>
  html`<a${attributes({
    href: options.href || '#',
    class: classes('govuk-back-link', options.classes),
    ...options.attributes,
  })}>${textOrHtml(options) ?? 'Back'}</a>`
