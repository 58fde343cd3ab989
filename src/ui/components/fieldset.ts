import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'

/** The question that a group of controls answers. */
export type LegendOptions = TextOrHtml & {
  readonly classes?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

/** Options of a fieldset. */
export type FieldsetOptions = ElementOptions & {
  readonly legend?: LegendOptions | undefined
  readonly describedBy?: string | undefined
  readonly role?: string | undefined
  readonly html?: Html | undefined
}

const legend = (options: LegendOptions | undefined): Content => {
  const words = textOrHtml(options)
  if (!options || !words) return ''
  return html`<legend class="${classes('govuk-fieldset__legend', options.classes)}">
${options.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${words}</h1>` : words}
</legend>`
}

/** Groups the controls that answer one question, under its legend. */
export const fieldset = (options: FieldsetOptions): Html => html`<fieldset${attributes({
  class: classes('govuk-fieldset', options.classes),
  role: options.role || undefined,
  'aria-describedby': options.describedBy || undefined,
  ...options.attributes,
})}>
${legend(options.legend)}
${options.html}
</fieldset>`
