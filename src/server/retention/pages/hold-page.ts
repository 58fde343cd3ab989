import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { radios } from '../../../ui/components/radios.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { Proposed } from '../queries.ts'

export type HoldTyped = { readonly on: string; readonly reason: string }

/** The form for a legal hold on a record, or on everything of its service. */
export const holdPage = (
  item: Proposed,
  typed: HoldTyped,
  errors: readonly FieldError[],
): Html => html`${pageHeading({ text: 'Place a legal hold', caption: item.label })}
<form method="post" action="/retention/hold/${item.item}" novalidate>
${
  item.service !== null &&
  radios({
    name: 'on',
    idPrefix: 'on',
    fieldset: { legend: { text: 'What shall be kept?', classes: 'govuk-fieldset__legend--s' } },
    items: [
      { value: 'record', text: 'This record' },
      { value: 'service', text: 'Everything about its service' },
    ],
    value: typed.on,
    errorMessage: errorOf(errors, 'on'),
  })
}
${textarea({
  id: 'reason',
  name: 'reason',
  label: { text: 'Why must it be kept?', classes: 'govuk-label--s' },
  hint: {
    text: 'Such as the reference of a claim, an inquest or an inquiry. Do not write names of people who use services.',
  },
  rows: 3,
  value: typed.reason,
  errorMessage: errorOf(errors, 'reason'),
})}
${button({ text: 'Place the hold' })}
</form>`
