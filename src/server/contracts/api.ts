import { z } from 'zod'
import { dayOf } from '../../core/kit/days.ts'
import { idGiven, paging, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { writeOperations } from './api-writes.ts'
import { contractFilter, filterOf } from './contract-filter.ts'
import { contractSaid, sayContract, sayListed } from './contract-said.ts'
import { feeds } from './feeds.ts'
import { leadOperations } from './lead-api.ts'
import { providerOperations } from './provider-api.ts'
import { contractsAfter } from './queries/contracts-after.ts'
import { contractById } from './queries/show-contract.ts'

const place = z.tuple([textGiven(1000), idGiven])

export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/contracts',
    scope: 'contracts:read',
    does: 'List contracts',
    says: 'In the order of their references.',
    query: z.strictObject({ ...contractFilter, ...paging }),
    answer: pageOf(contractSaid),
    handle: async (asking) => {
      const { limit, after, ...query } = asking.query
      const rows = await contractsAfter(filterOf(query), dayOf(now()), placeOf(after, place), limit + 1)
      return paged(
        rows,
        limit,
        ({ reference, id }) => [reference, id],
        (row) => sayListed(asking, row),
      )
    },
  }),
  operation({
    method: 'GET',
    path: '/contracts/:contract',
    scope: 'contracts:read',
    does: 'Show a contract',
    answer: contractSaid,
    handle: async (asking) => sayContract(asking, await contractById(asking.id('contract'))),
  }),
  ...writeOperations,
  ...leadOperations,
  ...providerOperations,
  ...feeds,
]
