import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'
import { alertIcons } from './alert-icons.ts'

/** Options of an alert. `title` names it for screen readers, and is its heading where that is asked for. */
export type AlertOptions = TextOrHtml &
  ElementOptions & {
    readonly variant?: keyof typeof alertIcons | undefined
    readonly title: string
    readonly showTitleAsHeading?: boolean | undefined
    readonly headingTag?: 'h2' | 'h3' | 'h4' | undefined
    readonly role?: string | undefined
  }

const heading = (level: number, title: string): Html =>
  html`<h${level} class="moj-alert__heading">${title}</h${level}>`

/** Says what needs notice on this page: a suspension in force, a date that passed. */
export const alert = (options: AlertOptions): Html => {
  const variant = options.variant ?? 'information'
  const content = textOrHtml(options)
  const withHeading = Boolean(options.showTitleAsHeading && content)
  return html`<div${attributes({
    role: options.role || 'region',
    class: classes(
      'moj-alert',
      `moj-alert--${variant}`,
      withHeading && 'moj-alert--with-heading',
      options.classes,
    ),
    'aria-label': `${variant}: ${options.title}`,
    'data-module': 'moj-alert',
    ...options.attributes,
  })}>
<div>
<svg class="moj-alert__icon" role="presentation" focusable="false" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30" height="30" width="30">${alertIcons[variant]}</svg>
</div>
<div class="moj-alert__content">${withHeading && heading(Number((options.headingTag ?? 'h2').slice(1)), options.title)}${content || options.title}</div>
<div class="moj-alert__action">
<button class="moj-alert__dismiss" hidden>Dismiss</button>
</div>
</div>`
}
