import { z } from 'zod'
import { dayOf } from '../../core/kit/days.ts'
import { readStated } from '../../core/ratings/stated-form.ts'
import { serviceForIntelligence } from '../intelligence/queries.ts'
import type { Asking } from '../platform/api/asking.ts'
import { asAtGiven, textGiven } from '../platform/api/given.ts'
import { type Operation, operation, type Said } from '../platform/api/operation.ts'
import { pastDay } from '../platform/api/past-day.ts'
import { wrongFields, wrongTyped } from '../platform/api/wrong-fields.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { serviceById } from '../register/queries/show-service.ts'
import { stateFacts } from './commands.ts'
import { statedCriteria, statedFactsOf } from './queries.ts'

const factsSaid = z
  .object({
    items: z.array(
      z.object({
        fact: z.string().describe('Its key in the policy.'),
        value: z.union([z.string(), z.number()]).nullable().describe('Null where it is not known.'),
        by: z.string().nullable(),
        recordedAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'StatedFacts', description: 'What people state of a service, which its rating reads.' })

type FactsSaid = Said<z.input<typeof factsSaid>>

const say = async (service: string, asAt: Parameters<typeof statedFactsOf>[1]): Promise<FactsSaid> => ({
  items: (await statedFactsOf(service, asAt)).map(({ fact, value, by, recordedAt }) => ({
    ...{ fact, value, by, recordedAt },
  })),
})

type Sent = Readonly<Record<string, string | number | null>>

/** States the facts that were sent, and leaves the others as they are. */
const state = async (asking: Asking, sent: Sent): Promise<FactsSaid> => {
  const { id, authority } = await serviceForIntelligence(asking.id('service'))
  const { service_type } = await serviceById(id)
  const criteria = await statedCriteria(authority, service_type)
  const unknown = Object.keys(sent).filter((key) => !criteria.some(({ fact }) => fact === key))
  if (unknown.length > 0)
    throw wrongFields(
      unknown.map((key) => ({
        field: `facts.${key}`,
        says: 'The policy reads no such fact of this type of service.',
        next: `Send one of: ${criteria.map(({ fact }) => fact).join(', ') || 'none'}.`,
      })),
    )
  const asked = criteria.filter(({ fact }) => Object.hasOwn(sent, fact))
  const typed = Object.fromEntries(asked.map(({ fact }) => [fact, String(sent[fact] ?? '')]))
  const read = readStated(asked, typed, dayOf(now()))
  if ('errors' in read)
    throw wrongTyped(read.errors.map(({ field, text }) => ({ field: `facts.${field}`, text })))
  await stateFacts(id, read.stated)
  return say(id, null)
}

export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/services/:service/stated-facts',
    scope: 'facts:read',
    does: 'Show what is stated of a service for its rating',
    query: z.strictObject({ 'as-at': asAtGiven }),
    answer: factsSaid,
    handle: async (asking) => {
      const { id } = await serviceById(asking.id('service'))
      return say(id, pastDay(asking.query['as-at']))
    },
  }),
  operation({
    method: 'PUT',
    path: '/services/:service/stated-facts',
    scope: 'facts:write',
    does: 'State what the rating reads of a service',
    says: 'The facts that are sent are stated; the others stay as they are. The policy names the facts of each type of service.',
    body: z.strictObject({
      facts: z
        .record(textGiven(60), z.union([textGiven(60), z.number()]).nullable())
        .describe(
          'By the key of the policy: a number, a level, a day as YYYY-MM-DD, or null where it is not known.',
        ),
    }),
    answer: factsSaid,
    audit: 'facts.stated',
    like: ['POST /services/:service/stated-facts'],
    example: { facts: { needLevel: 'high' } },
    handle: (asking) => state(asking, asking.body.facts),
  }),
]
