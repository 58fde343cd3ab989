import type { Day } from '../kit/days.ts'

/** Who pays for what a contract buys, in words. */
export const fundings = {
  council: 'The council',
  health: 'The NHS',
  joint: 'The council and the NHS together',
  grant: 'A grant',
  'self-funded': 'People pay for themselves',
} as const satisfies Readonly<Record<string, string>>

export type Funding = keyof typeof fundings

/** Where the number of people who use the service comes from (W3.22), in words. */
export const populationBases = {
  return: 'The provider’s latest return',
  capacity: 'How many people it is registered for',
  stated: 'A number stated in the contract',
} as const satisfies Readonly<Record<string, string>>

export type PopulationBasis = keyof typeof populationBases

/** What a contract says. Money is in pence: pounds as a fraction would not add up. */
export type ContractTerms = {
  readonly reference: string
  readonly serviceType: string
  readonly starts: Day
  /** The last day that was agreed; null where none was. */
  readonly ends: Day | null
  readonly specification: string | null
  readonly funding: Funding
  readonly annualValue: number | null
  readonly population: { readonly basis: PopulationBasis; readonly stated: number | null }
  readonly permitsSuspension: boolean
  /** Whether the annual assurance statement is a duty: it is in new contracts (W3.6). */
  readonly annualStatement: boolean
  /** The name of the set of performance indicators. */
  readonly kpiSet: string | null
}

/** The legal entity that a contract is with. */
export type ProviderNamed = {
  readonly name: string
  readonly cqcId: string | null
  readonly group: string | null
}
