import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { type ContractFilter, matchingContracts } from './list-contracts.ts'

/**
 * Returns contracts in the order of their references, from a place on: for readers that go through the whole list page
 * by page. A limit of null is all of them.
 */
export const contractsAfter = async (
  filter: ContractFilter,
  today: Day,
  place: readonly [reference: string, id: string] | null,
  limit: number | null,
) =>
  matchingContracts(filter, today)
    .selectAll('contract')
    .select(['service_now.name as service', 'lead.name as lead'])
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(contract.reference, contract.id) > (${place?.[0]}, ${place?.[1]}::uuid)`),
    )
    .orderBy('contract.reference')
    .orderBy('contract.id')
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .execute()

/** A contract as such a list reads it. */
export type ContractInList = Awaited<ReturnType<typeof contractsAfter>>[number]
