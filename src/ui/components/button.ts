import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of a button, or of a link that looks like one where `href` is given. */
export type ButtonOptions = TextOrHtml &
  ElementOptions & {
    readonly id?: string | undefined
    readonly name?: string | undefined
    readonly value?: string | undefined
    readonly type?: 'submit' | 'button' | 'reset' | undefined
    readonly href?: string | undefined
    readonly disabled?: boolean | undefined
    readonly preventDoubleClick?: boolean | undefined
    readonly isStartButton?: boolean | undefined
  }

const startIcon = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">
<path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/>
</svg>`

const words = (options: ButtonOptions): Content =>
  options.html && options.isStartButton ? html`<span>${options.html}</span>` : textOrHtml(options)

/** Sends a form, or with `href` leads to the next page. Use `govuk-button--secondary` and `--warning` as classes. */
export const button = (options: ButtonOptions): Html => {
  const shared = {
    class: classes('govuk-button', options.classes, options.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...options.attributes,
    id: options.id || undefined,
  }
  const content = html`
${words(options)}
${options.isStartButton && startIcon}
`
  if (options.href) {
    return html`<a${attributes({ href: options.href, role: 'button', draggable: 'false', ...shared })}>${content}</a>`
  }
  return html`<button${attributes({
    type: options.type || 'submit',
    value: options.value || undefined,
    name: options.name || undefined,
    disabled: options.disabled,
    'aria-disabled': options.disabled && 'true',
    'data-prevent-double-click': options.preventDoubleClick?.toString(),
    ...shared,
  })}>${content}</button>`
}
