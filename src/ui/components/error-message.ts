import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** Options of an error message. Inside a control its id is set for you. */
export type ErrorMessageOptions = TextOrHtml &
  ElementOptions & {
    readonly id?: string | undefined
    readonly visuallyHiddenText?: string | undefined
  }

const prefix = (words: string): Html => html`<span class="govuk-visually-hidden">${words}:</span> `

/** Says at the field what went wrong and how to mend it. */
export const errorMessage = (options: ErrorMessageOptions): Html => html`<p${attributes({
  id: options.id,
  class: classes('govuk-error-message', options.classes),
  ...options.attributes,
})}>
${options.visuallyHiddenText !== '' && prefix(options.visuallyHiddenText ?? 'Error')}${textOrHtml(options)}
</p>`
