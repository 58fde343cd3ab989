import type { FieldError } from '../../../core/kit/field-error.ts'
import type { Sayable, SaysTyped } from '../../../core/monitoring/contract-says.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'

type Given = {
  readonly contract: { readonly id: string; readonly reference: string; readonly service: string }
  readonly sayable: readonly Sayable[]
  readonly typed: SaysTyped
  readonly errors: readonly FieldError[]
}

const fields = ({ activity, whether, howOften }: Sayable, { typed, errors }: Given): Html => {
  const { id, name, contractMaySay } = activity
  const { asks = '', months = '' } = typed[id] ?? {}
  return html`${
    whether &&
    radios({
      name: `asks-${id}`,
      idPrefix: `asks-${id}`,
      classes: 'govuk-radios--inline',
      fieldset: { legend: { text: `Does it ask for: ${name}?`, classes: 'govuk-fieldset__legend--s' } },
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
      value: asks,
      errorMessage: errorOf(errors, `asks-${id}`),
    })
  }${
    howOften &&
    input({
      id: `months-${id}`,
      name: `months-${id}`,
      label: { text: `${name}: every how many months? (optional)`, classes: 'govuk-label--s' },
      hint: { text: contractMaySay?.text ?? 'Leave it empty where the contract says nothing.' },
      suffix: { text: 'months' },
      inputmode: 'numeric',
      classes: 'govuk-input--width-3',
      value: months,
      errorMessage: errorOf(errors, `months-${id}`),
    })
  }`
}

/** The form on which people say what a contract says of monitoring, where its word goes before the policy's. */
export const saysPage = (given: Given): Html => {
  const { contract, sayable } = given
  return html`${pageHeading({ text: 'What the contract says of monitoring', caption: `${contract.reference}, ${contract.service}` })}
${
  sayable.length === 0
    ? emptyState({
        title: 'The policy leaves nothing to this contract',
        text: 'How often what is done follows from the policy alone.',
        action: { text: `Go to the contract ${contract.reference}`, href: `/contracts/${contract.id}` },
      })
    : html`<p class="govuk-body">Here the word of the contract goes before the policy. The plan follows at once.</p>
<form method="post" action="/contracts/${contract.id}/monitoring" novalidate>
${sayable.map((each) => fields(each, given))}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`
}`
}
