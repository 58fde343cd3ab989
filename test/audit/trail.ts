/** A small trail over a database of its own, that a test tampers with as the owner of its tables. */
import pg from 'pg'
import type { Anchor } from '../../src/core/audit/anchor.ts'
import { takeHead } from '../../src/server/audit/head.ts'
import { type Verified, verifyTrail } from '../../src/server/audit/verify.ts'
import { addAuthority } from '../../src/server/authorities/commands.ts'
import { type Actor, system } from '../../src/server/platform/actor.ts'
import { onGround, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { emit } from '../../src/server/platform/events/emit.ts'
import { sealEvents } from '../../src/server/platform/events/seal.ts'
import { eventually, type TestApp, testApp } from '../support/app.ts'

export type Trail = {
  readonly plumbline: TestApp
  readonly owner: pg.Client
  /** Who emits: a person with an address, so that every part of an event is there. */
  readonly actor: Actor
  /** Emits an event of the authority, in a unit of work of its own. Returns its id. */
  readonly tell: (item: string, actor?: Actor) => Promise<number>
  /** Seals once. */
  readonly seal: () => Promise<number>
  /** Seals until nothing waits: an open transaction of another test's database holds it up. */
  readonly sealAll: () => Promise<void>
  readonly head: () => Promise<Anchor>
  readonly verify: (anchor?: Anchor | null) => Promise<Verified>
  /** As the owner of the tables, without what keeps the trail append-only. */
  readonly tamper: (statement: string, values?: readonly unknown[]) => Promise<void>
  /** Throws the trail away and begins a new one of six events. Returns their ids. */
  readonly begin: () => Promise<readonly number[]>
  readonly close: () => Promise<void>
}

const guarded = ['event', 'event_payload', 'event_origin', 'event_seal', 'event_erasure']

/** Opens a trail. */
export const openTrail = async (): Promise<Trail> => {
  const plumbline = await testApp('empty')
  const { ground } = plumbline.opened
  const everyone = system('test', ['northfold', 'westerby'])
  const actor: Actor = {
    kind: 'person',
    id: 'ada',
    authorities: ['northfold'],
    services: 'all',
    actsAs: 'administrator',
    from: { request: 'a3f0c1de-0000-4000-8000-000000000001', address: '192.0.2.7' },
  }
  for (const id of everyone.authorities)
    await plumbline.work(
      () => addAuthority({ id, name: id, areas: [], invented: true }, 'wirral-2022'),
      system('test', [id]),
    )
  const owner = new pg.Client({ connectionString: plumbline.address })
  await owner.connect()
  const tell = (item: string, by: Actor = actor) =>
    unitOfWork(ground, by, 'write', () =>
      onGround({ reactions: [] }, async () => {
        const subject = { kind: 'service', id: 'rowan-house' }
        const [authority = null] = by.authorities
        return (await emit({ kind: 'work.done', authority, subject, payload: { item } })).id
      }),
    )
  const tamper = async (statement: string, values: readonly unknown[] = []) => {
    for (const table of guarded) await owner.query(`alter table ${table} disable trigger user`)
    await owner.query(statement, [...values])
    for (const table of guarded) await owner.query(`alter table ${table} enable trigger user`)
  }
  const seal = () => sealEvents(ground, everyone)
  const sealAll = () =>
    eventually('all is sealed', async () => {
      await seal()
      const { rows } = await owner.query('select from event_waiting limit 1')
      return rows.length === 0
    })
  return {
    plumbline,
    owner,
    actor,
    tell,
    tamper,
    seal,
    sealAll,
    head: () => takeHead(ground, everyone),
    verify: (anchor = null) => unitOfWork(ground, everyone, 'read', () => verifyTrail(anchor)),
    begin: async () => {
      await tamper('truncate event, event_seal cascade')
      const ids: number[] = []
      for (const item of ['one', 'two', 'three', 'four', 'five', 'six']) ids.push(await tell(item))
      await sealAll()
      return ids
    },
    close: async () => {
      await owner.end()
      await plumbline.close()
    },
  }
}
