import { isDay } from '../kit/days.ts'
import { poundsInWords } from '../kit/typed-amount.ts'
import { dayAsTyped } from '../kit/typed-day.ts'
import { dayInWords } from '../kit/words.ts'
import type { ContractField, ContractRead, ContractTyped } from './contract-form.ts'
import { contractFields } from './contract-form.ts'
import { fundings, populationBases } from './terms.ts'

/** Returns a contract as a person would type it: what a form starts from when it is changed. */
export const typedOf = ({ terms, provider }: ContractRead): ContractTyped => ({
  reference: terms.reference,
  provider: provider.name,
  providerCqcId: provider.cqcId ?? '',
  group: provider.group ?? '',
  serviceType: terms.serviceType,
  starts: dayAsTyped(terms.starts),
  ends: dayAsTyped(terms.ends),
  specification: terms.specification ?? '',
  funding: terms.funding,
  annualValue: terms.annualValue === null ? '' : poundsInWords(terms.annualValue).slice(1),
  populationBasis: terms.population.basis,
  people: terms.population.stated === null ? '' : String(terms.population.stated),
  permitsSuspension: terms.permitsSuspension ? 'yes' : 'no',
  annualStatement: terms.annualStatement ? 'yes' : 'no',
  kpiSet: terms.kpiSet ?? '',
})

const sayOf: Readonly<Partial<Record<ContractField, (value: string) => string>>> = {
  starts: (value) => (isDay(value) ? dayInWords(value) : value),
  ends: (value) => (isDay(value) ? dayInWords(value) : value),
  funding: (value) => fundings[value as keyof typeof fundings] ?? value,
  populationBasis: (value) => populationBases[value as keyof typeof populationBases] ?? value,
  annualValue: (value) => `£${value}`,
  permitsSuspension: (value) => (value === 'yes' ? 'Yes' : 'No'),
  annualStatement: (value) => (value === 'yes' ? 'Yes' : 'No'),
}

/** One thing that differs between two versions, in words. */
export type Difference = {
  readonly field: ContractField
  readonly name: string
  readonly before: string
  readonly after: string
}

/** The same with days as ISO texts, so that they can be said in words. */
const comparable = (contract: ContractRead): ContractTyped => ({
  ...typedOf(contract),
  starts: contract.terms.starts,
  ends: contract.terms.ends ?? '',
})

/** Returns in words what differs between two versions of a contract. */
export const differences = (
  before: ContractRead,
  after: ContractRead,
  types: Readonly<Record<string, string>>,
): readonly Difference[] => {
  const [one, other] = [comparable(before), comparable(after)]
  const say = (field: ContractField, value: string): string =>
    value === ''
      ? 'nothing'
      : field === 'serviceType'
        ? (types[value] ?? value)
        : (sayOf[field]?.(value) ?? value)
  return (Object.keys(contractFields) as ContractField[])
    .filter((field) => one[field] !== other[field])
    .map((field) => ({
      field,
      name: contractFields[field],
      before: say(field, one[field]),
      after: say(field, other[field]),
    }))
}
