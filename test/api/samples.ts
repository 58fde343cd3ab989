/** What the operations are asked with: things of the demonstration, and bodies that work. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
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

/** Returns things that are there. */
export const thingsOf = async (plumbline: TestApp, system: Program): Promise<Things> => {
  const imported = idOf('an import')
  await plumbline.work(() => addImport(imported))
  return {
    service,
    item: await record(system, fresh()),
    import: imported,
    contract: await addContract(system),
    visit: idOf('visit thornhay-lodge'),
  }
}

/** Returns the things for one operation: what ends a contract ends another one each time. */
export const ownThings = async (operation: Operation, system: Program, things: Things): Promise<Things> =>
  ['post-contracts-contract-end', 'post-contracts-contract-termination'].includes(operationId(operation))
    ? { ...things, contract: await addContract(system) }
    : things

const versionOf = async (system: Program, path: string): Promise<object> => {
  const answer = await system.get(path)
  return answer.ok ? { version: ((await answer.json()) as { version: number }).version } : {}
}

/** What an example needs that is not there yet, or is another each time. */
const changed: Readonly<Record<string, (system: Program, things: Things) => Promise<object>>> = {
  'post-intelligence': async () => ({ reference: fresh() }),
  'put-intelligence-item': (system, { item }) => versionOf(system, `/intelligence/${item}`),
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
