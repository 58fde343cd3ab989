import type { FeedTyped } from '../../../core/intelligence/feed-form.ts'
import { type IntelligenceLists, nameIn } from '../../../core/intelligence/lists.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { ShownFeed } from '../queries/feeds.ts'
import { feedsPath } from './feeds-page.ts'

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--m' } })

/** The form that declares what a feed or form collects. */
export const feedFormPage = (given: {
  readonly id: string
  readonly typed: FeedTyped
  readonly lists: IntelligenceLists
  readonly types: readonly { readonly id: string; readonly name: string }[]
  readonly errors: readonly FieldError[]
}): Html => {
  const { typed, errors } = given
  return html`${pageHeading({ text: 'Declare a feed or form' })}
<p class="govuk-body">You say that from a day on every case of a kind is recorded here. Then no case means none, and ratings say so.</p>
<form method="post" action="${feedsPath}/new" novalidate>
<input type="hidden" name="id" value="${given.id}">
${input({
  id: 'name',
  name: 'name',
  label: { text: 'Which feed or form is it?', classes: 'govuk-label--m' },
  hint: { text: 'Such as: Case system, or Form for concerns.' },
  classes: 'govuk-input--width-20',
  value: typed.name,
  errorMessage: errorOf(errors, 'name'),
})}
${checkboxes({
  name: 'kinds',
  idPrefix: 'kinds',
  classes: 'govuk-checkboxes--small',
  fieldset: legend('Which kinds does it bring, all of them?'),
  items: given.lists.kinds.map(({ id, name }) => ({
    value: id,
    text: name,
    checked: typed.kinds.includes(id),
  })),
  errorMessage: errorOf(errors, 'kinds'),
})}
${dayField({ name: 'from', text: 'From which day?', hint: 'The first day from which every case is here. For example, 27 3 2026.', value: [typed.day, typed.month, typed.year], errors, size: 'm' })}
${radios({
  name: 'scope',
  idPrefix: 'scope',
  fieldset: legend('Of which services?'),
  items: [
    { value: 'all', text: 'All that the council commissions' },
    { value: 'types', text: 'Those of some types, ticked below' },
    { value: 'services', text: 'Those named below' },
  ],
  value: typed.scope,
  errorMessage: errorOf(errors, 'scope'),
})}
${checkboxes({
  name: 'types',
  idPrefix: 'types',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Types of service', classes: 'govuk-fieldset__legend--s' } },
  items: given.types.map(({ id, name }) => ({ value: id, text: name, checked: typed.types.includes(id) })),
  errorMessage: errorOf(errors, 'types'),
})}
${textarea({
  id: 'services',
  name: 'services',
  label: { text: 'Services', classes: 'govuk-label--s' },
  hint: { text: 'One a line, by name, or by CQC location id.' },
  rows: 3,
  value: typed.services,
  errorMessage: errorOf(errors, 'services'),
})}
${button({ text: 'Declare', preventDoubleClick: true })}
</form>`
}

/** The form that ends a declaration. What it said until then stays. */
export const endFeedPage = (given: {
  readonly feed: ShownFeed
  readonly lists: IntelligenceLists
  readonly typed: Pick<FeedTyped, 'day' | 'month' | 'year'>
  readonly errors: readonly FieldError[]
}): Html => {
  const { feed, lists, typed, errors } = given
  return html`${pageHeading({ text: 'End what is collected', caption: `${nameIn(lists.kinds, feed.kind)}, ${feed.name || 'not named'}` })}
<p class="govuk-body">It collects since ${dayInWords(feed.from)}. After its last day, no case means unknown again, unless another feed carries on.</p>
<form method="post" action="${feedsPath}/${feed.id}/end" novalidate>
${dayField({ name: 'until', text: 'What was its last day?', hint: 'For example, 27 3 2026.', value: [typed.day, typed.month, typed.year], errors, size: 'm' })}
<div class="govuk-button-group">
${button({ text: 'End it', preventDoubleClick: true })}
<a class="govuk-link" href="${feedsPath}">Cancel</a>
</div>
</form>`
}
