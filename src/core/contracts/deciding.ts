import type { Day } from '../kit/days.ts'
import { isInForce, type Lifetime } from './standing.ts'
import type { PopulationBasis } from './terms.ts'

/** What a service takes from its contract. */
export type Deciding = Lifetime & { readonly reference: string }

/** Returns the contract that a service follows on a day: of those in force the one that began last, or null. */
export const decidingContract = <Contract extends Deciding>(
  contracts: readonly Contract[],
  on: Day,
): Contract | null =>
  contracts
    .filter((contract) => isInForce(contract, on))
    .toSorted((one, other) =>
      one.starts === other.starts
        ? one.reference < other.reference
          ? -1
          : 1
        : one.starts < other.starts
          ? 1
          : -1,
    )[0] ?? null

/** What is known of a service's size beside its contract. */
export type Sizes = { readonly latestReturn: number | null; readonly capacity: number | null }

/**
 * Returns how many people use a service and where the number comes from (W3.22): by the basis that its contract
 * names; a return that is not there gives way to the registered capacity. Null where neither is known.
 */
export const populationOf = (
  { basis, stated }: { readonly basis: PopulationBasis; readonly stated: number | null },
  { latestReturn, capacity }: Sizes,
): { readonly people: number; readonly basis: PopulationBasis } | null => {
  if (basis === 'stated') return stated === null ? null : { people: stated, basis }
  if (basis === 'return' && latestReturn !== null) return { people: latestReturn, basis }
  return capacity === null ? null : { people: capacity, basis: 'capacity' }
}
