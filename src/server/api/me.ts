import { z } from 'zod'
import { intelligenceKinds } from '../../core/intelligence/kinds.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { tokensShown } from '../platform/api/tokens.ts'

/** What a token is told of itself: whether it works, and how far it goes. */
export const meOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/me',
    scope: null,
    does: 'Show what this token is and may do',
    says: 'Any token that works may ask: it is the way to try one out.',
    answer: z
      .object({
        name: z.string(),
        authority: z.string().describe('The council that it acts for, by its id.'),
        scopes: z.array(z.string()),
        kinds: z.array(z.enum(intelligenceKinds)).nullable().describe('Null where every kind is open to it.'),
        until: z.iso.date().describe('The last day on which it works.'),
      })
      .meta({ id: 'Token', description: 'A token, without its secret.' }),
    handle: async ({ token }) => {
      const own = (await tokensShown()).find(({ id }) => id === token.id)
      if (own === undefined) throw new Error('A token that asks is not there')
      return { ...token, until: own.until }
    },
  }),
]
