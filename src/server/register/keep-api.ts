import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../core/kit/days.ts'
import type { Asking } from '../platform/api/asking.ts'
import { dayGiven, textGiven } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { wrongTyped } from '../platform/api/wrong-fields.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { addNamedServices, changeService, endService } from './commands/keep-services.ts'
import { serviceById } from './queries/show-service.ts'
import { readDetails, readEnd } from './read-details.ts'
import { sayService, serviceSaid } from './service-said.ts'

const [longest, longestReason] = [200, 1000]

const details = z.strictObject({
  name: textGiven(longest),
  type: textGiven(longest).describe('The type of service, by its id in the policy.'),
  place: textGiven(longest).nullable().default(null),
  postcode: textGiven(longest).nullable().default(null),
})

const read = (sent: z.output<typeof details>) => {
  const { name: serviceName, type: serviceType, place, postcode } = sent
  const found = readDetails({ serviceName, serviceType, place: place ?? '', postcode: postcode ?? '' })
  if (!('errors' in found)) return found
  const names: Readonly<Record<string, string>> = { serviceName: 'name', serviceType: 'type' }
  throw wrongTyped(found.errors.map(({ field, text }) => ({ field: names[field] ?? field, text })))
}

const shown = async (asking: Asking, id: string) =>
  sayService(asking, { ...(await serviceById(id)), proposed: null })

const example = { name: 'Hazel View', type: 'supported-living', place: 'Harbour Bay', postcode: 'ZZ1 1ZZ' }

/** What the answer to a write says: the proposed rating has an address of its own. */
const written = serviceSaid.omit({ proposedRating: true }).meta({
  id: 'WrittenService',
  description: 'A service as it was written.',
})

/** How services are kept: those that are not in CQC's register, and what the council knows better. */
export const keepOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/services',
    scope: 'services:write',
    does: 'Add a service',
    says: 'One that CQC does not register, or that stands outside the area. It counts as commissioned once a contract has started.',
    body: details,
    answer: written,
    audit: 'service.added',
    like: ['POST /services/new'],
    example,
    at: ({ id }) => `/services/${id}`,
    handle: async (asking) => {
      const id = randomUUID()
      const found = read(asking.body)
      await addNamedServices(asking.token.authority, [{ ...found, id, location: null, provider: '' }])
      return shown(asking, id)
    },
  }),
  operation({
    method: 'PUT',
    path: '/services/:service',
    scope: 'services:write',
    does: 'Change a service',
    says: 'While a contract is in force, the type stays that of the contract.',
    body: details,
    answer: written,
    audit: 'service.changed',
    like: ['POST /services/:service/change'],
    example,
    handle: async (asking) => {
      const service = await serviceById(asking.id('service'))
      const { type, ...named } = read(asking.body)
      const service_type = service.commissioned ? service.service_type : type
      await changeService(service.id, { ...named, service_type })
      return shown(asking, service.id)
    },
  }),
  operation({
    method: 'POST',
    path: '/services/:service/end',
    scope: 'services:write',
    does: 'End a service',
    says: 'Its history stays. One that is under contract cannot be ended.',
    body: z.strictObject({ on: dayGiven.describe('Its last day.'), reason: textGiven(longestReason) }),
    answer: written,
    audit: 'service.ended',
    like: ['POST /services/:service/end'],
    example: { on: '2026-10-31', reason: 'The provider closed it.' },
    handle: async (asking) => {
      const service = await serviceById(asking.id('service'))
      const found = readEnd(asking.body, dayOf(now()))
      if ('errors' in found) throw wrongTyped(found.errors)
      await endService(service.id, found.on, found.reason)
      return shown(asking, service.id)
    },
  }),
]
