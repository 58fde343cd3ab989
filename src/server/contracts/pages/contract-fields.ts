import type { ContractTyped } from '../../../core/contracts/contract-form.ts'
import { fundings, populationBases } from '../../../core/contracts/terms.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { select } from '../../../ui/components/select.ts'
import { dayField } from '../../../ui/day-field.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { serviceTypeNames } from '../../register/words.ts'

/** What the fields of a contract are drawn from. */
export type FieldsGiven = {
  readonly typed: ContractTyped
  readonly errors: readonly FieldError[]
  readonly names: { readonly providers: readonly string[]; readonly groups: readonly string[] }
}

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

const suggestions = (id: string, names: readonly string[]): Html =>
  html`<datalist id="${id}">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>`

const text = (
  { typed, errors }: FieldsGiven,
  name:
    | 'reference'
    | 'provider'
    | 'providerCqcId'
    | 'group'
    | 'specification'
    | 'annualValue'
    | 'kpiSet'
    | 'people',
  label: string,
  options: Partial<Parameters<typeof input>[0]> = {},
): Html =>
  input({
    id: name,
    name,
    label: { text: label },
    value: typed[name],
    errorMessage: errorOf(errors, name),
    ...options,
  })

/** Which contract, and with whom. */
export const partyFields = (
  given: FieldsGiven,
): Html => html`<h2 class="govuk-heading-m">The contract and the provider</h2>
${text(given, 'reference', 'Reference', { hint: { text: 'As in your contracts register. No other contract may have it.' }, classes: 'govuk-input--width-20' })}
${text(given, 'provider', 'Provider', { hint: { text: 'Its legal name, as it stands in the contract.' }, attributes: { list: 'known-providers' }, autocomplete: 'off' })}
${text(given, 'providerCqcId', 'CQC provider id (optional)', { hint: { text: 'For example, 1-101234567. Only for a provider that CQC registers.' }, classes: 'govuk-input--width-20' })}
${text(given, 'group', 'Group that the provider belongs to (optional)', { hint: { text: 'One name for all companies of the group.' }, attributes: { list: 'known-groups' }, autocomplete: 'off' })}
${suggestions('known-providers', given.names.providers)}${suggestions('known-groups', given.names.groups)}`

const date = ({ typed, errors }: FieldsGiven, name: 'starts' | 'ends', text: string, hint: string): Html =>
  dayField({ name, text, hint, value: typed[name], errors })

const types = ({ typed, errors }: FieldsGiven): Html =>
  select({
    id: 'serviceType',
    name: 'serviceType',
    label: { text: 'Service type' },
    hint: { text: 'The policy’s rows are chosen by it.' },
    items: [
      { value: '', text: 'Choose a type' },
      ...Object.entries(serviceTypeNames).map(([value, words]) => ({ value, text: words })),
    ],
    value: typed.serviceType,
    errorMessage: errorOf(errors, 'serviceType'),
  })

const choices = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, words]) => ({ value, text: words }))

/** What is bought, from when until when, and who pays. */
export const termFields = (given: FieldsGiven): Html => html`<h2 class="govuk-heading-m">What it buys</h2>
${types(given)}
${date(given, 'starts', 'Start date', 'For example, 1 4 2026')}
${date(given, 'ends', 'End date (optional)', 'The last day that was agreed. Leave it empty where none was.')}
${text(given, 'specification', 'Specification (optional)', { hint: { text: 'Its name and version.' } })}
${radios({ name: 'funding', idPrefix: 'funding', fieldset: legend('Who pays?'), items: choices(fundings), value: given.typed.funding, errorMessage: errorOf(given.errors, 'funding') })}
${text(given, 'annualValue', 'Annual value (optional)', { prefix: { text: '£' }, classes: 'govuk-input--width-10', inputmode: 'decimal', spellcheck: false })}`

const population = (given: FieldsGiven): Html =>
  radios({
    name: 'populationBasis',
    idPrefix: 'populationBasis',
    fieldset: legend('Where does the number of people who use the service come from?'),
    hint: { text: 'Rates such as concerns for each person are worked out over it.' },
    items: choices(populationBases).map((item) => ({
      ...item,
      ...(item.value === 'return'
        ? { hint: { text: 'Until there is one, how many people it is registered for.' } }
        : {}),
    })),
    value: given.typed.populationBasis,
    errorMessage: errorOf(given.errors, 'populationBasis'),
  })

const yesOrNo = (
  given: FieldsGiven,
  name: 'permitsSuspension' | 'annualStatement',
  words: string,
  hint: string,
): Html =>
  radios({
    name,
    idPrefix: name,
    classes: 'govuk-radios--inline',
    fieldset: legend(words),
    hint: { text: hint },
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    value: given.typed[name],
    errorMessage: errorOf(given.errors, name),
  })

/** What the council watches by. */
export const monitoringFields = (
  given: FieldsGiven,
): Html => html`<h2 class="govuk-heading-m">What it is monitored by</h2>
${population(given)}
${text(given, 'people', 'How many people (only for a number stated in the contract)', { classes: 'govuk-input--width-4', inputmode: 'numeric' })}
${yesOrNo(given, 'permitsSuspension', 'May the council suspend new placements?', 'As the contract says.')}
${yesOrNo(given, 'annualStatement', 'Is the annual assurance statement a duty?', 'It is in new contracts.')}
${text(given, 'kpiSet', 'Set of performance indicators (optional)', { hint: { text: 'Its name, for example Care homes 2026.' }, classes: 'govuk-input--width-20' })}`
