/** What the operations are asked with: things of the demonstration, and bodies that work. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Scope } from '../../src/core/people/scopes.ts'
import { operations } from '../../src/server/api/operations.ts'
import { eastmarch } from '../../src/server/demo/eastmarch.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { operationId } from '../../src/server/platform/api/describe.ts'
import type { Operation } from '../../src/server/platform/api/operation.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import type { Program } from '../support/api.ts'
import type { TestApp } from '../support/app.ts'

/** Ids by the part of a path, or the field of a body, that names them. */
export type Things = Readonly<Record<string, string>>

const service = idOf('rowan-house')

const fresh = (): string => `CASE-${randomUUID()}`.slice(0, 40)

type Made = { readonly id: string }

const record = async (system: Program, reference: string): Promise<string> => {
  const body = { service, kind: 'care-concern', occurred: '2026-11-01', reference }
  return ((await (await system.write('POST', '/intelligence', body)).json()) as Made).id
}

const exampleOf = (id: string): object =>
  operations.find((operation) => operationId(operation) === id)?.example ?? {}

const addContract = async (system: Program): Promise<string> => {
  const body = { ...exampleOf('post-contracts'), service, reference: fresh() }
  const answer = await system.write('POST', '/contracts', body)
  return ((await answer.json()) as Made).id
}

/** What only a worker writes. */
const addImport = async (id: string): Promise<void> => {
  const files = JSON.stringify([{ name: 'cqc.ods', key: 'none' }])
  await sql`insert into cqc_import (id, authority_id, person_id, files, recorded_at)
    values (${id}, ${eastmarch.id}, ${idOf('dilys')}, ${files}, now())`.execute(db())
}

/** What only a reaction writes. */
const addAlert = async (): Promise<string> => {
  const { rows } = await sql<Made>`
    insert into alert (id, authority_id, service_id, rule, cause, says, because, urgency, since, recorded_at, event_id)
    select gen_random_uuid(), ${eastmarch.id}, ${service}, 'new-concern', gen_random_uuid()::text, 'A test', '{}', 1,
      now(), now(), max(id) from event where authority_id = ${eastmarch.id} returning id`.execute(db())
  return rows[0]?.id ?? ''
}

const firstOf = async (system: Program, path: string): Promise<string> =>
  (await system.read<{ items: readonly Made[] }>(path)).items[0]?.id ?? ''

const addService = async (system: Program): Promise<string> => {
  const answer = await system.write('POST', '/services', exampleOf('post-services'))
  return ((await answer.json()) as Made).id
}

/** Each at a service of its own: a second one at the same would be refused. */
const addSuspension = async (system: Program): Promise<string> => {
  const body = { ...exampleOf('post-suspensions'), service: await addService(system) }
  return ((await (await system.write('POST', '/suspensions', body)).json()) as Made).id
}

const addContact = async (system: Program): Promise<string> => {
  const body = {
    ...exampleOf('post-services-service-contacts'),
    person: await firstOf(system, '/people'),
  }
  return ((await (await system.write('POST', `/services/${service}/contacts`, body)).json()) as Made).id
}

/** Each time another one: what is held or cancelled is not arranged any more. */
const openActivity = async (system: Program): Promise<Things> => {
  const { items } = await system.read<{ items: readonly { id: string; activity: string }[] }>(
    '/activities?state=due&limit=200',
  )
  // Only one way to do it: where there are several, its contract lead chooses.
  return { activity: items.find(({ activity }) => activity === 'contract-monitoring-meeting')?.id ?? '' }
}

/** What a program needs besides the scope of an operation: the work of the tests rests on a concern. */
export const scopesBesides: Readonly<Partial<Record<Scope, readonly Scope[]>>> = {
  'work:write': ['intelligence:read'],
}

/** Returns things that are there. */
export const thingsOf = async (plumbline: TestApp, system: Program): Promise<Things> => {
  const imported = idOf('an import')
  await plumbline.work(() => addImport(imported))
  return {
    service,
    item: await record(system, fresh()),
    import: imported,
    contract: await addContract(system),
    suspension: await addSuspension(system),
    contact: await addContact(system),
    ...(await openActivity(system)),
    visit: idOf('visit thornhay-lodge'),
    document: await firstOf(system, '/documents'),
    provider: await firstOf(system, '/providers'),
    person: await firstOf(system, '/people'),
    alert: await plumbline.work(addAlert),
  }
}

const newAlert = async (_: Program, plumbline: TestApp): Promise<Things> => ({
  alert: await plumbline.work(addAlert),
})

const renewed: Readonly<Record<string, (system: Program, plumbline: TestApp) => Promise<Things>>> = {
  'post-alerts-alert-done': newAlert,
  'post-activities-activity-arrange': openActivity,
  'post-activities-activity-hold': openActivity,
  'post-activities-activity-cancel': async (system) => {
    const { activity = '' } = await openActivity(system)
    const body = {
      ...exampleOf('post-activities-activity-arrange'),
      ...(await versionOf(system, `/activities/${activity}`)),
    }
    await system.write('POST', `/activities/${activity}/arrange`, body)
    return { activity }
  },
  'post-contracts-contract-end': async (system) => ({ contract: await addContract(system) }),
  'post-contracts-contract-termination': async (system) => ({ contract: await addContract(system) }),
  'post-suspensions': async (system) => ({ service: await addService(system) }),
  'post-services-service-end': async (system) => ({ service: await addService(system) }),
}

/** Returns the things for one operation: what ends something ends another one each time. */
export const ownThings = async (
  operation: Operation,
  system: Program,
  plumbline: TestApp,
  things: Things,
): Promise<Things> => ({
  ...things,
  ...(await renewed[operationId(operation)]?.(system, plumbline)),
})

const versionOf = async (system: Program, path: string): Promise<object> => {
  const answer = await system.get(path)
  return answer.ok ? { version: ((await answer.json()) as { version: number }).version } : {}
}

/** What an example needs that is not there yet, or is another each time. */
const changed: Readonly<Record<string, (system: Program, things: Things) => Promise<object>>> = {
  'post-intelligence': async () => ({ reference: fresh() }),
  'put-intelligence-item': (system, { item }) => versionOf(system, `/intelligence/${item}`),
  'put-suspensions-suspension': (system, { suspension }) => versionOf(system, `/suspensions/${suspension}`),
  'post-suspensions-suspension-lift': (system, { suspension }) =>
    versionOf(system, `/suspensions/${suspension}`),
  'post-activities-activity-arrange': (system, { activity }) => versionOf(system, `/activities/${activity}`),
  'post-activities-activity-hold': (system, { activity }) => versionOf(system, `/activities/${activity}`),
  'post-activities-activity-cancel': (system, { activity }) => versionOf(system, `/activities/${activity}`),
  'post-contracts': async () => ({ reference: fresh() }),
  'put-contracts-contract': async (system, { contract }) => ({
    ...(await versionOf(system, `/contracts/${contract}`)),
    reference: fresh(),
  }),
  'post-contracts-contract-end': (system, { contract }) => versionOf(system, `/contracts/${contract}`),
  'post-contracts-contract-termination': (system, { contract }) =>
    versionOf(system, `/contracts/${contract}`),
  // The policy of this council reads no facts that people state.
  'put-services-service-stated-facts': async () => ({ facts: {} }),
  'put-providers-provider': async () => ({ name: fresh(), cqcId: null }),
  'post-intelligence-corrections': async (system) => {
    const reference = fresh()
    await record(system, reference)
    return { reference }
  },
  'post-intelligence-conclusions': async (system) => {
    const reference = fresh()
    await record(system, reference)
    return { reference, concluded: '2026-11-02' }
  },
}

/** Returns the example of an operation with ids that are there. */
export const wholeBody = async (
  operation: Operation,
  system: Program,
  things: Things,
): Promise<Readonly<Record<string, unknown>>> => {
  const example = Object.entries(operation.example ?? {})
  const ids = example.filter(([name]) => things[name] !== undefined).map(([name]) => [name, things[name]])
  const more = await changed[operationId(operation)]?.(system, things)
  return { ...Object.fromEntries(example), ...Object.fromEntries(ids), ...more }
}
