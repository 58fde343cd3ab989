import { z } from 'zod'
import { type Operation, operation } from '../platform/api/operation.ts'
import { policyToday } from '../policy/in-force.ts'
import { publicRegister } from '../public/queries.ts'
import { reviewState } from './queries.ts'

/** How the public register stands. That it was reviewed is said by a person. */
export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/publication',
    scope: 'publication:read',
    does: 'Show how the public register stands',
    says: 'The register itself is open to anyone, without a token.',
    answer: z
      .object({
        published: z.boolean(),
        everyMonths: z.int().nullable().describe('How often the policy asks for a review.'),
        lastReviewed: z.iso.date().nullable(),
        due: z.iso.date().nullable().describe('By when it is to be reviewed again.'),
        services: z.int().describe('How many services it lists.'),
        suspended: z.int().describe('How many of them it shows as suspended.'),
      })
      .meta({ id: 'Publication', description: 'What the council publishes, and when it was reviewed.' }),
    handle: async ({ token: { authority } }) => {
      const said = (await policyToday(authority))?.documents.publication
      const register = await publicRegister(authority)
      const listed = (register?.services ?? []).filter(({ closedOn }) => closedOn === null)
      return {
        published: register !== null,
        everyMonths: said?.review.everyMonths ?? null,
        ...(await reviewState(authority)),
        services: listed.length,
        suspended: listed.filter(({ suspended }) => suspended !== null).length,
      }
    },
  }),
]
