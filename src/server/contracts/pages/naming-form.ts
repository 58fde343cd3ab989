import type { NamingTyped } from '../../../core/contracts/lead-form.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { dateInput } from '../../../ui/components/date-input.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { CouncilPerson } from '../queries/people.ts'
import { personSelect } from './contract-form.ts'

/** Names a person of the council for something, from a day: the lead of a contract, or the Authorised Officer. */
export const namingForm = (given: {
  readonly heading: string
  readonly caption: string
  readonly label: string
  readonly now: string
  readonly action: string
  readonly button: string
  readonly people: readonly CouncilPerson[]
  readonly typed: NamingTyped
  readonly errors: readonly FieldError[]
}): Html => {
  const [day = '', month = '', year = ''] = given.typed.from.split(' ')
  return html`${pageHeading({ text: given.heading, caption: given.caption })}
<p class="govuk-body">${given.now}</p>
<form method="post" action="${given.action}" novalidate>
${personSelect({
  name: 'person',
  label: given.label,
  hint: 'A person of the council. Who was named before stays in the history.',
  people: given.people,
  value: given.typed.person,
  nobody: 'Choose a person',
  errors: given.errors,
})}
${dateInput({
  id: 'from',
  namePrefix: 'from',
  fieldset: { legend: { text: 'From which day? (optional)', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Today or in the past. Leave it empty for today.' },
  values: { 'from-day': day, 'from-month': month, 'from-year': year },
  errorMessage: errorOf(given.errors, 'from'),
})}
${button({ text: given.button, preventDoubleClick: true })}
</form>`
}
