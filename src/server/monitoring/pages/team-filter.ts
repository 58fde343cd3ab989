import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { input } from '../../../ui/components/input.ts'
import { select } from '../../../ui/components/select.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { PlanSearch } from '../search.ts'
import type { Choosable } from './form-parts.ts'

type Given = {
  readonly search: PlanSearch
  readonly people: readonly Choosable[]
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
}

const isNarrowed = ({ lead, person, activity, month }: PlanSearch): boolean =>
  [lead, person, activity, month].some((each) => each !== null)

const choose = (
  name: string,
  text: string,
  value: string | null,
  items: readonly { readonly value: string; readonly text: string }[],
): Html =>
  select({
    id: name,
    name,
    label: { text },
    formGroup: { classes: 'govuk-!-margin-bottom-4' },
    items: [{ value: '', text: 'All' }, ...items],
    value: value ?? undefined,
  })

const more = ({ search, people, kinds }: Given): Html => {
  const named = people.map(({ id, name }) => ({ value: id, text: name }))
  return html`${choose('lead', 'Contract lead', search.lead, named)}
${choose('person', 'Who carries it out', search.person, [{ value: 'none', text: 'Nobody is named' }, ...named])}
${choose(
  'activity',
  'Activity',
  search.activity,
  kinds.map(({ id, name }) => ({ value: id, text: name })),
)}
${input({ id: 'month', name: 'month', label: { text: 'Month' }, hint: { text: 'Year and month, such as 2026-12.' }, formGroup: { classes: 'govuk-!-margin-bottom-4' }, value: search.month ?? undefined, classes: 'govuk-input--width-10' })}
${button({ text: 'Show these', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}`
}

/** Narrows the plan of the team. It is a form by address, so that a list can be shared and gone back to. */
export const teamFilter = (
  given: Given,
): Html => html`<form class="plumbline-search-form" role="search" aria-label="Monitoring plan" method="get" action="/plan">
${given.search.asAt !== null && html`<input type="hidden" name="as-at" value="${given.search.asAt}">`}
${given.search.which !== 'open' && html`<input type="hidden" name="show" value="${given.search.which}">`}
<div class="plumbline-search-form__row">
${input({ id: 'q', name: 'q', type: 'search', label: { text: 'Service, activity or contract' }, value: given.search.words ?? undefined })}
${button({ text: 'Search', preventDoubleClick: false })}
</div>
${details({ summaryText: 'Narrow the list', open: isNarrowed(given.search), html: more(given), classes: 'govuk-!-margin-bottom-4' })}
</form>`
