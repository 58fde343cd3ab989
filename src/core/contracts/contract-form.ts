import { dayIn } from '../kit/day-in.ts'
import type { Day } from '../kit/days.ts'
import { errorList } from '../kit/error-list.ts'
import type { FieldError } from '../kit/field-error.ts'
import { countTyped, penceTyped } from '../kit/typed-amount.ts'
import { choiceTyped, yesTyped } from '../kit/typed-choice.ts'
import { listed } from '../kit/words.ts'
import {
  type ContractTerms,
  fundings,
  type PopulationBasis,
  type ProviderNamed,
  populationBases,
} from './terms.ts'

/** The fields of a contract, as the form and the columns of a file name them, in their order. */
export const contractFields = {
  reference: 'Reference',
  provider: 'Provider',
  providerCqcId: 'CQC provider id',
  group: 'Provider group',
  serviceType: 'Service type',
  starts: 'Start date',
  ends: 'End date',
  specification: 'Specification',
  funding: 'Who pays',
  annualValue: 'Annual value',
  populationBasis: 'Population from',
  people: 'People stated',
  permitsSuspension: 'Permits suspension',
  annualStatement: 'Annual statement',
  kpiSet: 'KPI set',
} as const satisfies Readonly<Record<string, string>>

export type ContractField = keyof typeof contractFields

/** What a person typed, word for word; a date is its three parts with spaces between. */
export type ContractTyped = Readonly<Record<ContractField, string>>

/** A form with nothing in it. */
export const blankContract = Object.fromEntries(
  Object.keys(contractFields).map((field) => [field, '']),
) as ContractTyped

/** A contract as it was read: its terms, and whom it is with. */
export type ContractRead = { readonly terms: ContractTerms; readonly provider: ProviderNamed }

const longest = {
  reference: 60,
  provider: 200,
  providerCqcId: 60,
  group: 200,
  specification: 200,
  kpiSet: 100,
} as const

/** Reads the fields of a contract. Returns it, or everything that is wrong at once. `types` are the service types, by id. */
export const readContract = (
  typed: ContractTyped,
  types: Readonly<Record<string, string>>,
): ContractRead | { readonly errors: readonly FieldError[] } => {
  const { errors, wrong } = errorList<ContractField>()
  const text = (field: keyof typeof longest): string | null => {
    const given = typed[field].trim().replace(/\s+/g, ' ')
    const most = longest[field]
    if (given.length > most)
      return wrong(
        field,
        `${contractFields[field]} must be ${most} characters or fewer: it has ${given.length}`,
      )
    return given || null
  }
  const needed = (field: keyof typeof longest, advice: string): string | null =>
    typed[field].trim() === '' ? wrong(field, advice) : text(field)
  const day = (field: 'starts' | 'ends', advice?: string): Day | null =>
    dayIn(typed[field], field, contractFields[field], wrong, advice)
  const choice = <Id extends string>(
    field: ContractField,
    choices: Readonly<Record<Id, string>>,
    advice: string,
  ): Id | null =>
    choiceTyped(typed[field], choices) ??
    wrong(
      field,
      typed[field].trim() === ''
        ? advice
        : `${contractFields[field]} must be one of: ${listed(Object.values<string>(choices), 'or')}`,
    )
  const yes = (field: 'permitsSuspension' | 'annualStatement', advice: string): boolean | null =>
    yesTyped(typed[field]) ?? wrong(field, advice)

  const reference = needed('reference', 'Enter the reference of the contract')
  const provider = needed('provider', 'Enter the legal name of the provider')
  const cqcId = text('providerCqcId')
  const group = text('group')
  const serviceType = choice('serviceType', types, 'Select the type of service')
  const starts = day('starts', 'Enter the day on which the contract starts')
  const ends = typed.ends.trim() === '' ? null : day('ends')
  if (starts !== null && ends !== null && ends < starts)
    wrong('ends', 'End date must be on or after the start date')
  const specification = text('specification')
  const funding = choice('funding', fundings, 'Select who pays')
  const annualValue =
    typed.annualValue.trim() === ''
      ? null
      : (penceTyped(typed.annualValue) ??
        wrong('annualValue', 'Annual value must be an amount in pounds, such as 125,000 or 980.50'))
  const basis: PopulationBasis | null = choice(
    'populationBasis',
    populationBases,
    'Select where the number of people comes from',
  )
  const stated =
    basis === 'stated'
      ? (countTyped(typed.people) ??
        wrong('people', 'Enter how many people use the service, as a whole number such as 40'))
      : null
  const permitsSuspension = yes(
    'permitsSuspension',
    'Select yes if the contract lets the council suspend new placements',
  )
  const annualStatement = yes(
    'annualStatement',
    'Select yes if the contract asks for the annual assurance statement',
  )
  const kpiSet = text('kpiSet')
  if (
    errors.length > 0 ||
    reference === null ||
    provider === null ||
    serviceType === null ||
    starts === null ||
    funding === null ||
    basis === null ||
    permitsSuspension === null ||
    annualStatement === null
  )
    return { errors: errors.toSorted((one, other) => orderOf(one) - orderOf(other)) }
  return {
    terms: {
      reference,
      serviceType,
      starts,
      ends,
      specification,
      funding,
      annualValue,
      population: { basis, stated },
      permitsSuspension,
      annualStatement,
      kpiSet,
    },
    provider: { name: provider, cqcId, group },
  }
}

/** Errors stand in the order of the form, because the summary is read beside it. */
const orderOf = ({ field }: FieldError): number => Object.keys(contractFields).indexOf(field)
