/** Events and the two kinds of reaction. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { db, onGround } from '../../src/server/platform/database/unit-of-work.ts'
import { emit } from '../../src/server/platform/events/emit.ts'
import type { Event } from '../../src/server/platform/events/event.ts'
import { loadEvent } from '../../src/server/platform/events/load.ts'
import type { Reaction } from '../../src/server/platform/events/reaction.ts'
import { asEastmarch, eventually, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo', { workers: true })
})
after(() => plumbline.close())

const happening = {
  kind: 'work.done',
  authority: 'eastmarch',
  subject: { kind: 'service', id: idOf('rowan-house') },
  payload: { item: 'some work' },
} as const

const seenBy = (seen: Event[], when: Reaction['when'], name = 'test.see'): Reaction => ({
  name,
  on: 'work.done',
  when,
  run: async (event) => void seen.push(event),
})

const countOf = () =>
  plumbline.read(
    async () =>
      (await db().selectFrom('event').where('kind', '=', 'work.done').select('id').execute()).length,
  )

test('a same-transaction reaction sees the event, and its failure undoes everything', async () => {
  const seen: Event[] = []
  const before = await countOf()
  const event = await plumbline.work(() =>
    onGround({ reactions: [seenBy(seen, 'same-transaction')] }, () => emit(happening)),
  )
  assert.deepEqual(seen, [event])
  assert.equal(await countOf(), before + 1)
  const failing: Reaction = {
    ...seenBy(seen, 'same-transaction'),
    run: async () => Promise.reject(new Error('no')),
  } as Reaction
  await assert.rejects(
    plumbline.work(() => onGround({ reactions: [failing] }, () => emit(happening))),
    /no/,
  )
  assert.equal(await countOf(), before + 1)
})

test('a later reaction gets its job with the commit, and none without it', async () => {
  const jobs = async () =>
    (await plumbline.opened.boss.findJobs('home.add-work')).filter(
      ({ data }) => (data as { event: number }).event > 0,
    ).length
  const before = await jobs()
  const reactions = [seenBy([], 'later', 'home.add-work')]
  await assert.rejects(
    plumbline.work(() =>
      onGround({ reactions }, async () => {
        await emit(happening)
        throw new Error('broken off')
      }),
    ),
  )
  assert.equal(await jobs(), before)
  await plumbline.work(() => onGround({ reactions }, () => emit(happening)))
  assert.equal(await jobs(), before + 1)
})

test('a job that is delivered twice runs its reaction once', async () => {
  const concern = await plumbline.read(() =>
    db()
      .selectFrom('event')
      .where('kind', '=', 'intelligence.recorded')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  const data = { event: concern.id, authority: 'eastmarch' }
  for (const _ of [1, 2, 3]) await plumbline.opened.boss.send('home.add-work', data)
  const settled = async () =>
    (await plumbline.opened.boss.findJobs<{ event: number }>('home.add-work'))
      .filter((job) => job.data.event === concern.id)
      .every(({ state }) => state === 'completed')
  await eventually('all jobs are done', settled)
  const done = await plumbline.read(() =>
    db().selectFrom('reaction_done').where('event_id', '=', concern.id).selectAll().execute(),
  )
  assert.equal(done.length, 1)
})

test('an event reads back as it was told, and its payload can be erased', async () => {
  const told = await plumbline.work(() => onGround({ reactions: [] }, () => emit(happening)))
  assert.deepEqual(await plumbline.read(() => loadEvent(told.id)), told)
  await plumbline.work(() => db().deleteFrom('event_payload').where('event_id', '=', told.id).execute())
  await assert.rejects(
    plumbline.read(() => loadEvent(told.id), asEastmarch),
    /was erased/,
  )
})
