import { z } from 'zod'
import { textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { wrongTyped } from '../platform/api/wrong-fields.ts'
import { changeProvider } from './commands/change-provider.ts'
import { oneAtATime } from './commands/one-at-a-time.ts'
import { listProviders, providerById } from './queries/list-providers.ts'
import { readOwnProvider } from './read-provider.ts'

const providerSaid = z
  .object({
    id: z.guid(),
    name: z.string().describe('The legal name.'),
    cqcId: z.string().nullable(),
    group: z.string().nullable(),
  })
  .meta({ id: 'Provider', description: 'A provider as the council contracts with it.' })

const longest = 200

/** The providers that the council has contracts with, and their groups. */
export const providerOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/providers',
    scope: 'contracts:read',
    does: 'List providers',
    says: 'By group and name. How many contracts each has stands with it.',
    answer: z.object({ items: z.array(providerSaid.extend({ contracts: z.int() })) }),
    handle: async ({ token }) => ({ items: await listProviders(token.authority) }),
  }),
  operation({
    method: 'PUT',
    path: '/providers/:provider',
    scope: 'contracts:write',
    does: 'Change a provider in all of its contracts',
    body: z.strictObject({
      name: textGiven(longest),
      cqcId: textGiven(longest).nullable().default(null),
      group: textGiven(longest).nullable().default(null),
    }),
    answer: providerSaid,
    audit: 'provider.changed',
    like: ['POST /contracts/providers/:provider'],
    example: { name: 'Harbour Care Limited', cqcId: '1-101234567', group: 'Harbour Group' },
    handle: async (asking) => {
      const id = asking.id('provider')
      const { authority } = await providerById(id)
      await oneAtATime(authority)
      const { name, cqcId, group } = asking.body
      const read = await readOwnProvider(authority, id, { name, cqcId: cqcId ?? '', group: group ?? '' })
      if ('errors' in read) throw wrongTyped(read.errors)
      await changeProvider(id, read.provider)
      return { id, ...read.provider }
    },
  }),
]
