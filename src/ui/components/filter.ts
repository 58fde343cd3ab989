import { type Attributes, attributes } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'
import { button } from './button.ts'

/** What is chosen under one name, each with the address that takes it away again. */
export type FilterCategory = {
  readonly heading: TextOrHtml
  readonly items: readonly { readonly text: string; readonly href: string }[]
}

/** Options of a filter. `optionsHtml` holds its controls; it stands inside a form that the page draws. */
export type FilterOptions = {
  readonly heading: TextOrHtml
  readonly optionsHtml: Html
  readonly submit?: { readonly text?: string; readonly attributes?: Attributes } | undefined
  readonly attributes?: Attributes | undefined
  readonly selectedFilters?:
    | {
        readonly heading: TextOrHtml
        readonly clearLink: { readonly text: string; readonly href: string }
        readonly categories: readonly FilterCategory[]
      }
    | undefined
}

const chosen = ({ heading, items }: FilterCategory): Html => html`
<h3 class="govuk-heading-s govuk-!-margin-bottom-0">${textOrHtml(heading)}</h3>
<ul class="moj-filter-tags">
${items.map(
  ({ text, href }) =>
    html`<li><a class="moj-filter__tag" href="${href}"><span class="govuk-visually-hidden">Remove this filter</span> ${text}</a></li>`,
)}
</ul>`

const selected = (given: FilterOptions['selectedFilters']): Content =>
  given &&
  html`<div class="moj-filter__selected">
<div class="moj-filter__selected-heading">
<div class="moj-filter__heading-title"><h2 class="govuk-heading-m">${textOrHtml(given.heading)}</h2></div>
<div class="moj-filter__heading-action">
<p><a class="govuk-link govuk-link--no-visited-state" href="${given.clearLink.href}">${given.clearLink.text}</a></p>
</div>
</div>
${given.categories.map(chosen)}
</div>`

/** Narrows a list by several choices at once. For one choice use `filterChips`. */
export const filter = (options: FilterOptions): Html => html`<div${attributes({
  class: 'moj-filter',
  'data-module': 'moj-filter',
  ...options.attributes,
})}>
<div class="moj-filter__header">
<div class="moj-filter__header-title"><h2 class="govuk-heading-m">${textOrHtml(options.heading)}</h2></div>
<div class="moj-filter__header-action"></div>
</div>
<div class="moj-filter__content">
${selected(options.selectedFilters)}
<div class="moj-filter__options">
${button({ text: options.submit?.text ?? 'Apply filters', attributes: options.submit?.attributes })}
${options.optionsHtml}
</div>
</div>
</div>`
