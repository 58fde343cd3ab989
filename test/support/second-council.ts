/** A second council beside the demonstration's, so that a test can look for what must not cross. All of it is invented. */
import { fileURLToPath } from 'node:url'
import { day, dayOf, plusDays } from '../../src/core/kit/days.ts'
import type { Role } from '../../src/core/people/roles.ts'
import { addAuthority } from '../../src/server/authorities/commands.ts'
import { addContract } from '../../src/server/contracts/commands/contracts.ts'
import { nameOfficer } from '../../src/server/contracts/commands/leads.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands.ts'
import { giveMembership } from '../../src/server/membership/commands/give.ts'
import { providerOfService } from '../../src/server/membership/queries/provider-of-service.ts'
import { addPerson, namePerson } from '../../src/server/people/commands.ts'
import { system } from '../../src/server/platform/actor.ts'
import { hashOf, readPackFiles } from '../../src/server/platform/packs.ts'
import { adoptPolicy } from '../../src/server/policy/commands.ts'
import { reRate } from '../../src/server/ratings/commands.ts'
import { addServices } from '../../src/server/register/commands/add-service.ts'
import { planVisit } from '../../src/visit/server/plan-visit.ts'
import type { TestApp } from './app.ts'

export const farhaven = { id: 'farhaven', name: 'Farhaven Council', areas: [], invented: true }

/** The system in the second council. */
export const asFarhaven = system('test', [farhaven.id])

/** Every name of the second council begins like this, so that one search finds them all. */
export const farName = (name: string): string => `Zephyrine ${name}`

export const far = {
  service: idOf('far service'),
  contract: idOf('far contract'),
  lead: idOf('far lead'),
  item: idOf('far item'),
  visit: idOf('far visit'),
  upload: idOf('far upload'),
  manager: idOf('far manager'),
  membership: idOf('membership far manager'),
} as const

const packs = new URL('../../packs/wirral-2022', import.meta.url)

/** Returns a contract as a person would add it. */
export const contractOf = (given: {
  readonly key: string
  readonly authority: string
  readonly service: string
  readonly provider: string
  readonly starts: string
  readonly lead?: string
}) => ({
  id: idOf(given.key),
  authority: given.authority,
  service: given.service,
  newService: null,
  lead: given.lead ?? null,
  provider: { name: given.provider, cqcId: null, group: null },
  terms: {
    reference: given.key,
    serviceType: 'care-home',
    starts: day(given.starts),
    ends: null,
    specification: null,
    funding: 'council' as const,
    annualValue: 1,
    population: { basis: 'stated' as const, stated: 20 },
    permitsSuspension: true,
    annualStatement: true,
    kpiSet: null,
  },
})

/** Lets a person of a provider in for a service, in the council whose actor this is called as. */
export const addProviderPerson = async (given: {
  readonly key: string
  readonly name: string
  readonly authority: string
  readonly service: string
  readonly role: Role
}): Promise<void> => {
  const { key, name, authority, service, role } = given
  const { provider } = await providerOfService(service)
  await namePerson({ id: idOf(key), name, invented: true })
  await giveMembership({
    id: idOf(`membership ${key}`),
    authority,
    person: idOf(key),
    role,
    of: { provider },
    service: role === 'group-lead' ? null : service,
  })
}

const fill = async (today: ReturnType<typeof day>): Promise<void> => {
  await addAuthority(farhaven, 'wirral-2022')
  const files = await readPackFiles(fileURLToPath(packs))
  await adoptPolicy(farhaven.id, { files, sha256: hashOf(files) })
  await addPerson({
    id: far.lead,
    name: farName('Lead'),
    invented: true,
    authority: farhaven.id,
    role: 'administrator',
  })
  await addServices([
    {
      id: far.service,
      authority: farhaven.id,
      location: null,
      name: farName('House'),
      type: 'care-home',
      provider: farName('Care'),
      place: farName('Bay'),
      postcode: 'ZZ9 9ZZ',
      population: 20,
      lead: far.lead,
      invented: true,
    },
  ])
  await addContract(
    contractOf({
      key: 'far contract',
      authority: farhaven.id,
      service: far.service,
      provider: farName('Care'),
      starts: '2024-01-01',
      lead: far.lead,
    }),
  )
  await nameOfficer(farhaven.id, far.lead, day('2024-01-01'))
  await recordIntelligence({
    id: far.item,
    service: far.service,
    kind: 'care-concern',
    occurred: plusDays(today, -5),
    concluded: null,
    progressed: null,
    outcome: null,
    reference: farName('reference'),
    summary: farName('summary'),
    immediateRisk: false,
  })
  await planVisit({
    id: far.visit,
    authority: farhaven.id,
    service: far.service,
    title: farName('visit'),
    heldOn: plusDays(today, 1),
    questions: [{ id: 'safeguarding-who-to-ring', text: farName('question'), guidance: [] }],
  })
  await addProviderPerson({
    key: 'far manager',
    name: farName('Manager'),
    authority: farhaven.id,
    service: far.service,
    role: 'registered-manager',
  })
  await reRate([far.service])
}

/** Adds the second council with one of everything that a case has. */
export const addSecondCouncil = (plumbline: TestApp): Promise<void> =>
  plumbline.work(() => fill(dayOf(plumbline.clock.now)), asFarhaven)
