import type { PublicRegister } from '../../../core/publication/register.ts'
import { type RegisterSearch, ratings, unrated } from '../../../core/publication/search.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { input } from '../../../ui/components/input.ts'
import { select } from '../../../ui/components/select.ts'
import { type Html, html } from '../../../ui/html.ts'

type Choice = { readonly value: string; readonly text: string }

/** What can be chosen among: what the list holds. */
export type SearchChoices = {
  readonly types: readonly Choice[]
  readonly places: readonly string[]
  readonly showsSuspensions: boolean
}

const byName = (one: string, other: string): number => one.localeCompare(other, 'en-GB')

/** Returns what can be chosen among in a register. */
export const choicesOf = ({ services, showsSuspensions }: PublicRegister): SearchChoices => {
  const listed = services.filter(({ closedOn }) => closedOn === null)
  const types = new Map(listed.map(({ type }) => [type.id, type.name]))
  return {
    showsSuspensions,
    types: [...types]
      .map(([value, text]) => ({ value, text }))
      .toSorted((one, other) => byName(one.text, other.text)),
    places: [...new Set(listed.flatMap(({ place }) => place ?? []))].toSorted(byName),
  }
}

const one = (name: string, text: string, items: readonly Choice[], value: string | null): Html =>
  html`<div class="govuk-grid-column-one-third">${select({
    name,
    label: { text },
    classes: 'govuk-!-width-full',
    items: [{ value: '', text: 'All' }, ...items],
    value: value ?? '',
  })}</div>`

/** The search of the register: what was chosen stands in the address, so that it can be shared and gone back to. */
export const searchFields = (
  action: string,
  search: RegisterSearch,
  { types, places, showsSuspensions }: SearchChoices,
): Html => html`<form role="search" aria-label="Search the register" method="get" action="${action}">
${input({
  name: 'q',
  type: 'search',
  label: { text: 'Search by name, place, postcode or provider', classes: 'govuk-label--s' },
  hint: { text: 'Spelling need not be exact.' },
  value: search.words ?? undefined,
  autocomplete: 'off',
  spellcheck: false,
})}
<div class="govuk-grid-row">
${one('type', 'Type of service', types, search.type)}
${one(
  'place',
  'Place',
  places.map((place) => ({ value: place, text: place })),
  search.place,
)}
${one(
  'rating',
  'CQC’s rating',
  [...ratings.map((grade) => ({ value: grade, text: grade })), { value: unrated, text: 'No rating' }],
  search.rating,
)}
</div>
${
  showsSuspensions &&
  checkboxes({
    name: 'suspended',
    idPrefix: 'suspended',
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'Only services where new placements are suspended' }],
    values: search.suspended ? ['yes'] : [],
  })
}
${button({ text: 'Search' })}
</form>`
