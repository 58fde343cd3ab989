/** What the operations are asked with: things of the demonstration, and bodies that work. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
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

type Made = { readonly id: string }

const record = async (system: Program, reference: string): Promise<string> => {
  const body = { service, kind: 'care-concern', occurred: '2026-11-01', reference }
  return ((await (await system.write('POST', '/intelligence', body)).json()) as Made).id
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
  return { service, item: await record(system, fresh()), import: imported }
}

const fresh = (): string => `CASE-${randomUUID()}`.slice(0, 40)

/** What an example needs that is not there yet, or is another each time. */
const changed: Readonly<Record<string, (system: Program, things: Things) => Promise<object>>> = {
  'post-intelligence': async () => ({ reference: fresh() }),
  'put-intelligence-item': async (system, { item = '' }) => {
    const answer = await system.get(`/intelligence/${item}`)
    return answer.ok ? { version: ((await answer.json()) as { version: number }).version } : {}
  },
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
