import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readLift } from '../../core/suspensions/lift-form.ts'
import { readSuspension } from '../../core/suspensions/suspension-form.ts'
import { serviceForIntelligence } from '../intelligence/queries.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, idGiven, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { wrongTyped } from '../platform/api/wrong-fields.ts'
import { changeSuspension, liftSuspension, startSuspension } from './commands/suspensions.ts'
import { contractChoices } from './contract-choices.ts'
import { suspensionsToday } from './policy-words.ts'
import { suspensionById } from './queries.ts'
import { saySuspension, suspensionSaid, suspensionSent, typedOf } from './suspension-said.ts'

const longest = { id: 100, note: 1000 } as const

const version = z
  .int()
  .min(1)
  .describe('The version that you saw: where somebody else changed it meanwhile, nothing is saved.')

/** Judges what was sent as the form judges what is typed: by the policy, and by the contracts of the service. */
const read = async (
  of: { readonly authority: string; readonly service: string; readonly contract: string | null },
  sent: Parameters<typeof typedOf>[0],
) => {
  const policy = await suspensionsToday(of.authority)
  const contracts = await contractChoices(of.service, of.contract)
  const found = readSuspension(typedOf(sent), { ...policy, contracts })
  if ('errors' in found) throw wrongTyped(found.errors)
  return found
}

const shown = async (asking: Asking, id: string) => saySuspension(asking, await suspensionById(id))

const example = {
  kind: 'all-new-placements',
  reason: 'contract',
  starts: '2026-11-01',
  clause: 'Clause 14.2',
}

/** Writing suspensions: decided, changed and lifted. */
export const writeOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/suspensions',
    scope: 'suspensions:write',
    does: 'Suspend new placements at a service',
    says: 'People decide it; a system in which they do can record it here.',
    body: z.strictObject({ service: idGiven, ...suspensionSent }),
    answer: suspensionSaid,
    audit: 'suspension.started',
    like: ['POST /services/:service/suspensions/new'],
    example: { service: '0b0e7f0c-6a3b-4a9e-9a52-4f3f5a1c2d3e', ...example },
    at: ({ id }) => `/suspensions/${id}`,
    handle: async (asking) => {
      const { service, ...sent } = asking.body
      const { authority } = await serviceForIntelligence(service)
      const id = randomUUID()
      await startSuspension(id, service, await read({ authority, service, contract: null }, sent))
      return shown(asking, id)
    },
  }),
  operation({
    method: 'PUT',
    path: '/suspensions/:suspension',
    scope: 'suspensions:write',
    does: 'Change what a suspension says',
    says: 'All of it is sent. What it said before stays in its history.',
    body: z.strictObject({ ...suspensionSent, version }),
    answer: suspensionSaid,
    audit: 'suspension.changed',
    like: ['POST /suspensions/:suspension/change'],
    example: { ...example, version: 1, reviewOn: '2027-02-01' },
    handle: async (asking) => {
      const { version: seen, ...sent } = asking.body
      const { id, authority, service, contract } = await suspensionById(asking.id('suspension'))
      await changeSuspension(id, seen, await read({ authority, service: service.id, contract }, sent))
      return shown(asking, id)
    },
  }),
  operation({
    method: 'POST',
    path: '/suspensions/:suspension/lift',
    scope: 'suspensions:write',
    does: 'Lift a suspension',
    says: 'Sent again from the next version, it corrects how it was lifted.',
    body: z.strictObject({
      version,
      on: dayGiven.describe('The first day on which placements can be made again.'),
      reason: textGiven(longest.id).describe('Why, by its id among the policy’s reasons to lift.'),
      note: textGiven(longest.note).default('').describe('What was decided.'),
    }),
    answer: suspensionSaid,
    audit: 'suspension.lifted',
    like: ['POST /suspensions/:suspension/lift'],
    example: { version: 1, on: '2026-11-20', reason: 'assured' },
    handle: async (asking) => {
      const { version: seen, ...typed } = asking.body
      const { id, authority, starts } = await suspensionById(asking.id('suspension'))
      const lift = readLift(typed, starts, (await suspensionsToday(authority)).liftReasons)
      if ('errors' in lift) throw wrongTyped(lift.errors)
      await liftSuspension(id, seen, lift)
      return shown(asking, id)
    },
  }),
]
