import type { ContractRead } from '../../core/contracts/contract-form.ts'
import type { Lifetime } from '../../core/contracts/standing.ts'
import type { Funding, PopulationBasis } from '../../core/contracts/terms.ts'
import type { Day } from '../../core/kit/days.ts'

/** What of a contract's row says its terms. */
export type TermsRow = {
  readonly reference: string
  readonly service_type: string
  readonly starts: Day
  readonly ends: Day | null
  readonly specification: string | null
  readonly funding: string
  readonly annual_value: number | null
  readonly population_basis: string
  readonly population_stated: number | null
  readonly permits_suspension: boolean
  readonly annual_statement: boolean
  readonly kpi_set: string | null
}

/** What of a contract's row says how long it is in force. */
export type LifetimeRow = Pick<TermsRow, 'starts' | 'ends'> & {
  readonly stopped: string | null
  readonly stopped_on: Day | null
}

/** Returns the columns that a contract's terms fill. */
export const columnsOf = ({ terms }: Pick<ContractRead, 'terms'>): TermsRow => ({
  reference: terms.reference,
  service_type: terms.serviceType,
  starts: terms.starts,
  ends: terms.ends,
  specification: terms.specification,
  funding: terms.funding,
  annual_value: terms.annualValue,
  population_basis: terms.population.basis,
  population_stated: terms.population.stated,
  permits_suspension: terms.permitsSuspension,
  annual_statement: terms.annualStatement,
  kpi_set: terms.kpiSet,
})

/** Returns the terms that a row holds. Its checks in the database say that funding and basis are known ones. */
export const termsOf = (row: TermsRow): ContractRead['terms'] => ({
  reference: row.reference,
  serviceType: row.service_type,
  starts: row.starts,
  ends: row.ends,
  specification: row.specification,
  funding: row.funding as Funding,
  annualValue: row.annual_value,
  population: { basis: row.population_basis as PopulationBasis, stated: row.population_stated },
  permitsSuspension: row.permits_suspension,
  annualStatement: row.annual_statement,
  kpiSet: row.kpi_set,
})

/** Returns how long a contract is in force. */
export const lifetimeOf = ({ starts, ends, stopped, stopped_on }: LifetimeRow): Lifetime => ({
  starts,
  ends,
  stopped:
    stopped_on === null ? null : { how: stopped === 'terminated' ? 'terminated' : 'ended', on: stopped_on },
})
