import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of a badge. `moj-badge--red` and the like colour it. */
export type BadgeOptions = TextOrHtml & ElementOptions

/** A small mark beside a name: *New*, *Urgent*. */
export const badge = (options: BadgeOptions): Html =>
  html`<span${attributes({
    class: classes('moj-badge', options.classes),
    ...options.attributes,
  })}>${textOrHtml(options)}</span>`
