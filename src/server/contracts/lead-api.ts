import { z } from 'zod'
import { type NamingTyped, readNaming } from '../../core/contracts/lead-form.ts'
import { type Day, dayOf } from '../../core/kit/days.ts'
import { dayGiven, idGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { wrongTyped } from '../platform/api/wrong-fields.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { nameLead, nameOfficer } from './commands/leads.ts'
import { oneAtATime } from './commands/one-at-a-time.ts'
import { contractSaid, sayContract } from './contract-said.ts'
import { councilPeople, officerOf } from './queries/people.ts'
import { contractById } from './queries/show-contract.ts'

const person = z
  .object({ id: z.guid(), name: z.string() })
  .meta({ id: 'Person', description: 'A person of the council.' })

const naming = z.strictObject({
  person: idGiven.describe('A person of the council, as /people names them.'),
  from: dayGiven.optional().describe('The first day: today or in the past. Without it, today.'),
})

const read = async (authority: string, sent: z.output<typeof naming>, since: Day | null) => {
  const ids = (await councilPeople(authority)).map(({ id }) => id)
  const typed: NamingTyped = { person: sent.person, from: sent.from ?? '' }
  const found = readNaming(typed, ids, since, dayOf(now()))
  if ('errors' in found) throw wrongTyped(found.errors)
  return found
}

const example = { person: '0b0e7f0c-6a3b-4a9e-9a52-4f3f5a1c2d3e' }

/** Who leads: by contract, and for all contracts without a lead of their own. */
export const leadOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/people',
    scope: 'contracts:read',
    does: 'List the council’s people',
    says: 'Their names and ids, to name one of them as a lead.',
    answer: z.object({ items: z.array(person) }),
    reads: 'people',
    handle: async ({ token }) => ({ items: await councilPeople(token.authority) }),
  }),
  operation({
    method: 'PUT',
    path: '/contracts/:contract/lead',
    scope: 'contracts:write',
    does: 'Name the lead of a contract',
    body: naming,
    answer: contractSaid,
    audit: 'contract.lead-named',
    like: ['POST /contracts/:contract/lead'],
    example,
    handle: async (asking) => {
      await oneAtATime(asking.token.authority)
      const contract = await contractById(asking.id('contract'))
      const named = await read(contract.authority, asking.body, contract.lead?.from ?? null)
      await nameLead(contract, named.person, named.from)
      return sayContract(asking, await contractById(contract.id))
    },
  }),
  operation({
    method: 'PUT',
    path: '/officer',
    scope: 'contracts:write',
    does: 'Name the Authorised Officer',
    says: 'Who leads every contract that has no lead of its own.',
    body: naming,
    answer: person,
    audit: 'officer.named',
    like: ['POST /contracts/officer'],
    example,
    handle: async (asking) => {
      const { authority } = asking.token
      await oneAtATime(authority)
      const before = await officerOf(authority)
      const named = await read(authority, asking.body, before?.from ?? null)
      await nameOfficer(authority, named.person, named.from)
      const officer = await officerOf(authority)
      return { id: officer?.id ?? '', name: officer?.name ?? '' }
    },
  }),
]
