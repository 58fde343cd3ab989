import type { NamingTyped } from '../../../core/contracts/lead-form.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { dayField } from '../../../ui/day-field.ts'
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
${dayField({ name: 'from', text: 'From which day? (optional)', hint: 'Today or in the past. Leave it empty for today.', value: given.typed.from, errors: given.errors })}
${button({ text: given.button, preventDoubleClick: true })}
</form>`
}
