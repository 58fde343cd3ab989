import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type ContractTyped, contractFields } from '../../core/contracts/contract-form.ts'
import { blankService } from '../../core/contracts/service-form.ts'
import { endReasons, readStop, type Stop, terminationReasons } from '../../core/contracts/stop-form.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, idGiven, oneOf, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { wrongTyped } from '../platform/api/wrong-fields.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { serviceTypeNames } from '../register/words.ts'
import { changeContract, stopContract } from './commands/contracts.ts'
import { oneAtATime } from './commands/one-at-a-time.ts'
import { contractSaid, sayContract, termsSent } from './contract-said.ts'
import { serviceForContract } from './queries/services.ts'
import { contractById } from './queries/show-contract.ts'
import { addWhole, readTerms } from './read-whole.ts'

const [longest, longestNote] = [200, 1000]

const terms = z.strictObject(termsSent)

const wordOf = (value: string | number | boolean | null): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '')

/** Returns what was sent as the form would send it: the form's rules judge both. */
const typedOf = (sent: z.output<typeof terms>): ContractTyped => {
  const fields: Readonly<Record<keyof ContractTyped, string | number | boolean | null>> = {
    ...sent,
    annualValue: sent.annualValue === null ? null : sent.annualValue.toFixed(2),
  }
  return Object.fromEntries(
    Object.keys(contractFields).map((field) => [field, wordOf(fields[field as keyof ContractTyped])]),
  ) as ContractTyped
}

const shown = async (asking: Asking, id: string) => sayContract(asking, await contractById(id))

const version = z
  .int()
  .min(1)
  .describe('The version that you saw: where somebody else changed it meanwhile, nothing is saved.')

const stop =
  (asking: Asking, how: Stop['how']) =>
  async (sent: { version: number; on: string; notice: string | null; reasons: string[]; note: string }) => {
    const contract = await contractById(asking.id('contract'))
    const typed = { ...sent, notice: sent.notice ?? '' }
    const read = readStop(how, typed, contract.terms.starts, dayOf(now()))
    if ('errors' in read) throw wrongTyped(read.errors)
    await stopContract(contract.id, sent.version, read)
    return shown(asking, contract.id)
  }

const exampleTerms = {
  reference: 'EM-2026-117',
  provider: 'Harbour Care Limited',
  serviceType: 'care-home',
  starts: '2026-04-01',
  funding: 'council',
  annualValue: 125_000.5,
  populationBasis: 'stated',
  people: 40,
  permitsSuspension: true,
  annualStatement: true,
}

/** Writing contracts: added, changed, ended and terminated. */
export const writeOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/contracts',
    scope: 'contracts:write',
    does: 'Add a contract',
    says: 'For a service that is there, or with a new one. Its lead is the Authorised Officer, until a person names another.',
    body: z.strictObject({
      ...termsSent,
      service: idGiven.nullable().default(null).describe('The service; null where a new one comes with it.'),
      newService: z
        .strictObject({
          name: textGiven(longest),
          place: textGiven(longest).default(''),
          postcode: textGiven(longest).default(''),
        })
        .optional(),
    }),
    answer: contractSaid,
    audit: 'contract.added',
    like: ['POST /contracts/new'],
    example: { ...exampleTerms, service: '0b0e7f0c-6a3b-4a9e-9a52-4f3f5a1c2d3e' },
    at: ({ id }) => `/contracts/${id}`,
    handle: async (asking) => {
      const { service, newService, ...sent } = asking.body
      const { authority } = asking.token
      const chosen = service === null ? null : (await serviceForContract(service)).id
      await oneAtATime(authority)
      const id = randomUUID()
      const named = newService && { ...newService, serviceName: newService.name }
      const whole = { id, contract: typedOf(sent), service: named ?? blankService, lead: '' }
      const errors = await addWhole(authority, whole, chosen)
      if (errors.length > 0) throw wrongTyped(errors)
      return shown(asking, id)
    },
  }),
  operation({
    method: 'PUT',
    path: '/contracts/:contract',
    scope: 'contracts:write',
    does: 'Change what a contract says',
    says: 'All of its terms are sent. What it said before stays in its history.',
    body: z.strictObject({ ...termsSent, version }),
    answer: contractSaid,
    audit: 'contract.changed',
    like: ['POST /contracts/:contract/change'],
    example: { ...exampleTerms, version: 1, annualValue: 130_000 },
    handle: async (asking) => {
      const { version: seen, ...sent } = asking.body
      const contract = await contractById(asking.id('contract'))
      await oneAtATime(contract.authority)
      const after = await readTerms(contract.authority, contract.id, typedOf(sent))
      if (!('terms' in after)) throw wrongTyped(after)
      await changeContract(contract.id, seen, after, serviceTypeNames)
      return shown(asking, contract.id)
    },
  }),
  operation({
    method: 'POST',
    path: '/contracts/:contract/end',
    scope: 'contracts:write',
    does: 'End a contract',
    body: z.strictObject({
      version,
      on: dayGiven.describe('Its last day.'),
      notice: dayGiven.nullable().default(null).describe('The day on which the provider was told.'),
      reasons: z.array(oneOf(endReasons)).min(1, { error: 'There is no reason.' }),
      note: textGiven(longestNote).default(''),
    }),
    answer: contractSaid,
    audit: 'contract.ended',
    like: ['POST /contracts/:contract/end'],
    example: { version: 2, on: '2027-03-31', reasons: ['term-over'] },
    handle: (asking) => stop(asking, 'ended')(asking.body),
  }),
  operation({
    method: 'POST',
    path: '/contracts/:contract/termination',
    scope: 'contracts:write',
    does: 'Terminate a contract whose obligations were not met',
    says: 'This cannot be undone. The page asks a person twice; a program must be sure.',
    body: z.strictObject({
      version,
      on: dayGiven.describe('Its last day.'),
      notice: dayGiven.describe('The day on which the provider was told.'),
      reasons: z.array(oneOf(terminationReasons)).min(1, { error: 'There is no reason.' }),
      note: textGiven(longestNote).describe('What happened, in a few sentences.'),
    }),
    answer: contractSaid,
    audit: 'contract.terminated',
    like: ['POST /contracts/:contract/terminate'],
    example: {
      version: 2,
      on: '2027-03-31',
      notice: '2026-11-01',
      reasons: ['quality'],
      note: 'Three action plans in a row were not carried out.',
    },
    handle: (asking) => stop(asking, 'terminated')(asking.body),
  }),
]
