import { button } from './components/button.ts'
import { input } from './components/input.ts'
import { type Html, html } from './html.ts'

/** Options of a search. `kept` are choices already made, which the search keeps in the address. */
export type SearchFormOptions = {
  readonly action: string
  readonly label: string
  readonly hint?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly kept?: Readonly<Record<string, string>> | undefined
  readonly buttonText?: string | undefined
}

const keptField = ([name, value]: readonly [string, string]): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** Searches by address, so that what was found can be shared and gone back to. */
export const searchForm = (options: SearchFormOptions): Html => {
  const field = input({
    name: options.name ?? 'q',
    type: 'search',
    label: { text: options.label, classes: 'govuk-label--s' },
    hint: options.hint === undefined ? undefined : { text: options.hint },
    value: options.value,
    autocomplete: 'off',
    spellcheck: false,
  })
  return html`<form class="plumbline-search-form" role="search" aria-label="${options.label}" method="get" action="${options.action}">
${Object.entries(options.kept ?? {}).map(keptField)}
<div class="plumbline-search-form__row">
${field}
${button({ text: options.buttonText ?? 'Search' })}
</div>
</form>`
}
