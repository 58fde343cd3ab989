import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { input } from '../../../ui/components/input.ts'
import { select } from '../../../ui/components/select.ts'
import { type Html, html } from '../../../ui/html.ts'
import { serviceTypeNames } from '../../register/words.ts'
import type { ContractSearch } from '../queries/list-contracts.ts'
import type { CouncilPerson } from '../queries/people.ts'

const narrowed = ({ lead, endingWithin, type }: ContractSearch): boolean =>
  lead !== null || endingWithin !== null || type !== null

/** The search form sets its fields close; these stand below each other. */
const spaced = { classes: 'govuk-!-margin-bottom-4' }

const more = (search: ContractSearch, people: readonly CouncilPerson[]): Html => html`${select({
  id: 'lead',
  name: 'lead',
  label: { text: 'Contract lead' },
  formGroup: spaced,
  items: [
    { value: '', text: 'Anyone' },
    { value: 'none', text: 'Nobody is named' },
    ...people.map(({ id, name }) => ({ value: id, text: name })),
  ],
  value: search.lead ?? undefined,
})}
${select({
  id: 'type',
  name: 'type',
  label: { text: 'Service type' },
  formGroup: spaced,
  items: [
    { value: '', text: 'Any type' },
    ...Object.entries(serviceTypeNames).map(([value, text]) => ({ value, text })),
  ],
  value: search.type ?? undefined,
})}
${input({
  id: 'ending',
  name: 'ending',
  label: { text: 'Last day within' },
  formGroup: spaced,
  hint: { text: 'Counted from today. Those that are past it are shown too.' },
  suffix: { text: 'days' },
  inputmode: 'numeric',
  classes: 'govuk-input--width-3',
  value: search.endingWithin ?? undefined,
})}
${button({ text: 'Show these', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}`

/** Narrows the list of contracts. It is a form by address, so that a list can be shared and gone back to. */
export const filterForm = (
  search: ContractSearch,
  people: readonly CouncilPerson[],
): Html => html`<form class="plumbline-search-form" role="search" aria-label="Contracts" method="get" action="/contracts">
<input type="hidden" name="which" value="${search.which}">
${search.sort !== 'service' && html`<input type="hidden" name="sort" value="${search.sort}">`}
${search.down && html`<input type="hidden" name="order" value="down">`}
${search.asAt !== null && html`<input type="hidden" name="as-at" value="${search.asAt}">`}
<div class="plumbline-search-form__row">
${input({ id: 'q', name: 'q', type: 'search', label: { text: 'Search by service, provider, group or reference', classes: 'govuk-label--s' }, value: search.words ?? undefined, autocomplete: 'off', spellcheck: false })}
${button({ text: 'Search' })}
</div>
${details({ summaryText: 'By lead, type or last day', html: more(search, people), open: narrowed(search), classes: 'govuk-!-margin-top-4' })}
</form>`
