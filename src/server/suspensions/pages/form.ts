import type { FieldError } from '../../../core/kit/field-error.ts'
import type { SuspensionsDocument } from '../../../core/policy/documents/suspensions.ts'
import { noContract, type SuspensionTyped } from '../../../core/suspensions/suspension-form.ts'
import { button } from '../../../ui/components/button.ts'
import { checkboxes } from '../../../ui/components/checkboxes.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { textarea } from '../../../ui/components/textarea.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'

/** A contract that a suspension may be under. */
export type ContractChoice = {
  readonly id: string
  readonly reference: string
  readonly permits: boolean
}

export type SuspensionForm = {
  readonly heading: string
  readonly action: string
  readonly service: { readonly id: string; readonly name: string }
  /** A number made with the form for a new one; the version that was seen for one that is there. */
  readonly hidden: Readonly<Record<string, string>>
  readonly policy: SuspensionsDocument
  readonly contracts: readonly ContractChoice[]
  readonly typed: SuspensionTyped
  readonly errors: readonly FieldError[]
}

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

const date = (
  { typed, errors }: SuspensionForm,
  name: 'starts' | 'reviewOn',
  text: string,
  hint: string,
): Html => dayField({ name, text, hint, value: typed[name], errors })

const choice = (
  { typed, errors }: SuspensionForm,
  field: 'kind' | 'reason' | 'contract',
  text: string,
  items: readonly {
    readonly value: string
    readonly text: string
    readonly hint?: { readonly text: string }
  }[],
): Html =>
  radios({
    name: field,
    idPrefix: field,
    classes: 'govuk-radios--small',
    fieldset: legend(text),
    items,
    value: typed[field],
    errorMessage: errorOf(errors, field),
  })

const contractItems = ({ contracts }: SuspensionForm) => [
  ...contracts.map(({ id, reference, permits }) => ({
    value: id,
    text: `Contract ${reference}`,
    hint: { text: permits ? 'It permits suspension.' : 'It does not permit suspension.' },
  })),
  { value: noContract, text: contracts.length === 0 ? 'There is no contract' : 'None of them' },
]

/** Shown where a contract does not permit suspension: it warns, and lets a person go on with open eyes. */
const despite = ({ contracts, typed, errors }: SuspensionForm): Html | false =>
  contracts.some(({ permits }) => !permits) &&
  checkboxes({
    name: 'despite',
    idPrefix: 'despite',
    fieldset: legend('If the contract does not permit suspension'),
    items: [{ value: 'yes', text: 'Suspend all the same. Legal advice was taken.' }],
    values: typed.despite === 'yes' ? ['yes'] : [],
    errorMessage: errorOf(errors, 'despite'),
  })

/** The form that suspends new placements, or changes what a suspension says. */
export const suspensionForm = (given: SuspensionForm): Html => {
  const { policy, typed, errors } = given
  return html`${pageHeading({ text: given.heading, caption: given.service.name })}
<form method="post" action="${given.action}" novalidate>
${Object.entries(given.hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${choice(
  given,
  'kind',
  'What is suspended?',
  policy.kinds.map(({ id, name, publish }) => ({
    value: id,
    text: name,
    hint: { text: publish.is ? 'Shown in the public register.' : 'Not shown in the public register.' },
  })),
)}
${date(given, 'starts', 'From which day?', 'The first day on which nobody new is placed, for example 27 3 2026.')}
${choice(
  given,
  'reason',
  'Why?',
  policy.reasons.map(({ id, text }) => ({ value: id, text })),
)}
${choice(given, 'contract', 'Under which contract?', contractItems(given))}
${despite(given)}
${input({ id: 'clause', name: 'clause', label: { text: 'Paragraph (optional)', classes: 'govuk-label--s' }, hint: { text: 'Of the contract or the policy that it rests on, for example clause 12.3.' }, value: typed.clause, errorMessage: errorOf(errors, 'clause') })}
${textarea({ id: 'conditions', name: 'conditions', label: { text: 'What must be so before it is lifted? (optional)', classes: 'govuk-label--s' }, hint: { text: 'Do not write names of people who use the service.' }, rows: 4, value: typed.conditions, errorMessage: errorOf(errors, 'conditions') })}
${date(given, 'reviewOn', 'Day of the next review (optional)', 'For example 27 4 2026.')}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`
}
