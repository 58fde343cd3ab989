import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of the skip link. */
export type SkipLinkOptions = TextOrHtml & ElementOptions & { readonly href?: string | undefined }

/** Lets a person on the keyboard pass by the header. */
export const skipLink = (options: SkipLinkOptions): Html =>
  html`<a${attributes({
    href: options.href || '#content',
    class: classes('govuk-skip-link', options.classes),
    ...options.attributes,
    'data-module': 'govuk-skip-link',
  })}>${textOrHtml(options)}</a>`
