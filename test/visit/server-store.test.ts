import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { instant } from '../../src/core/kit/days.ts'
import { system } from '../../src/server/platform/actor.ts'
import { db, type Ground, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { serverStore } from '../../src/visit/server/store.ts'
import type { HandoverStore } from '../../src/visit/store.ts'
import type { Answer } from '../../src/visit/visit.ts'
import { addCouncilWithVisit, asCouncil, openTestDatabase } from './database.ts'
import { storeContract } from './store-contract.ts'

let ground: Ground
let close: () => Promise<void>
before(async () => {
  const opened = await openTestDatabase()
  ground = opened.ground
  close = opened.close
})
after(() => close?.())

/** The server's store with each call in a unit of work of its own, as each request has one. */
const storeOf = (authority: string): HandoverStore => {
  const { loadVisit, recordAnswer, pack, handBack } = serverStore()
  return {
    loadVisit: (id) => unitOfWork(ground, system('test', [authority]), 'read', () => loadVisit(id)),
    recordAnswer: (...given) => asCouncil(ground, authority, () => recordAnswer(...given)),
    pack: (...given) => asCouncil(ground, authority, () => pack(...given)),
    handBack: (...given) => asCouncil(ground, authority, () => handBack(...given)),
  }
}

const fresh = async () => {
  const { authority, id } = await addCouncilWithVisit(ground)
  return { store: storeOf(authority), id, authority }
}

const newAnswer = (): Answer => ({
  id: crypto.randomUUID(),
  questionId: 'q',
  grade: 'Poor',
  note: 'once',
  recordedAt: instant('2026-11-23T09:00:00Z'),
})

storeContract('on the server', fresh)

test('on the server: another council neither sees nor changes a visit', async () => {
  const { id } = await fresh()
  const { store } = await fresh()
  assert.equal(await store.loadVisit(id), null)
  assert.equal((await store.recordAnswer(id, newAnswer()))?.status, 404)
})

test('on the server: an answer sent twice at the same moment is there once, with one event', async () => {
  const { store, id, authority } = await fresh()
  const answer = newAnswer()
  await Promise.all([store.recordAnswer(id, answer), store.recordAnswer(id, answer)])
  assert.equal((await store.loadVisit(id))?.answers.length, 1)
  const events = () => db().selectFrom('event').select('id').where('subject_id', '=', id).execute()
  assert.equal((await asCouncil(ground, authority, events)).length, 2, 'planned, and answered once')
})

test('on the server: an id that another visit has is an error, or not acknowledged: never a silent loss', async () => {
  const [here, there] = [await fresh(), await fresh()]
  const answer = newAnswer()
  await here.store.recordAnswer(here.id, answer)
  await assert.rejects(() => there.store.recordAnswer(there.id, answer), /is taken by another visit/)
  assert.deepEqual(await there.store.handBack(there.id, crypto.randomUUID(), [answer]), { received: [] })
})

test('on the server: the application cannot change or delete what was recorded', async () => {
  const { authority } = await fresh()
  const change = () => db().updateTable('visit_answer').set({ note: '' }).execute()
  const remove = () => db().deleteFrom('visit_answer').execute()
  await assert.rejects(() => asCouncil(ground, authority, change), /permission denied/)
  await assert.rejects(() => asCouncil(ground, authority, remove), /permission denied/)
})
