import { z } from 'zod'
import { dayOf } from '../../core/kit/days.ts'
import { feed } from '../platform/api/feed.ts'
import type { Operation } from '../platform/api/operation.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { contractFilter, filterOf } from './contract-filter.ts'
import { sayListed } from './contract-said.ts'
import { contractsAfter } from './queries/contracts-after.ts'

/** Contracts as a file that is fetched again and again. */
export const feeds: readonly Operation[] = [
  feed({
    file: 'contracts.csv',
    scope: 'contracts:export',
    does: 'All contracts as CSV',
    like: ['GET /contracts/contracts.csv'],
    query: z.strictObject(contractFilter),
    lines: async (asking) =>
      (await contractsAfter(filterOf(asking.query), dayOf(now()), null, null)).map((row) =>
        sayListed(asking, row),
      ),
    columns: [
      { name: 'id', says: 'our id', of: ({ id }) => id },
      { name: 'reference', says: 'the council’s reference', of: ({ reference }) => reference },
      { name: 'service', says: 'the id of the service', of: ({ service }) => service },
      { name: 'serviceName', says: 'its name', of: ({ serviceName }) => serviceName },
      { name: 'serviceType', says: 'the type of service, by its id', of: ({ serviceType }) => serviceType },
      { name: 'provider', says: 'the legal name of the provider', of: ({ provider }) => provider },
      { name: 'group', says: 'the group of the provider', of: ({ group }) => group },
      { name: 'starts', says: 'its first day', of: ({ starts }) => starts },
      { name: 'lastDay', says: 'its last day, if there is one', of: ({ lastDay }) => lastDay },
      { name: 'standing', says: 'where it stands today', of: ({ standing }) => standing },
      { name: 'annualValue', says: 'pounds a year', of: ({ annualValue }) => annualValue },
      { name: 'lead', says: 'the contract lead', of: ({ lead }) => lead },
    ],
  }),
]
