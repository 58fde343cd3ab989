/** A correction is the next version: it counts from now on, and what was known before stays known (X3). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../src/core/kit/days.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { correctIntelligence } from '../../src/server/intelligence/commands/correct-intelligence.ts'
import { importIntelligence } from '../../src/server/intelligence/commands/import-intelligence.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands/record-intelligence.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
})
after(() => plumbline.close())

const service = idOf('quillan-mews')
const said = {
  kind: 'care-concern',
  occurred: day('2026-11-20'),
  concluded: null,
  progressed: null,
  outcome: null,
  reference: null,
  summary: null,
} as const

const recorded = async (): Promise<string> => {
  const id = randomUUID()
  await plumbline.work(() => recordIntelligence({ ...said, id, service, immediateRisk: false }))
  plumbline.clock.advance(60_000)
  return id
}

const why = async () =>
  (await (await plumbline.signIn('contract-lead')).get(`/services/${service}/why`)).text()
const versionsOf = (id: string) =>
  plumbline.read(() =>
    db()
      .selectFrom('intelligence_version')
      .where('id', '=', id)
      .orderBy('version')
      .select(['version', 'superseded_at', 'recorded_at'])
      .execute(),
  )

test('a corrected day moves the rating at once, and the version before is kept with its time', async () => {
  const id = await recorded()
  assert.match(await why(), /1 care concern for 55 people/)
  const corrected = { ...said, occurred: day('2026-01-20') }
  assert.equal(await plumbline.work(() => correctIntelligence(id, 1, corrected)), true)
  assert.match(await why(), /0 care concerns for 55 people|no care concern/i)
  const [first, second, ...others] = await versionsOf(id)
  assert.deepEqual(others, [])
  assert.equal(first?.superseded_at, second?.recorded_at)
  assert.equal(second?.superseded_at, null)
  const { rows } = await plumbline.read(() =>
    sql<{ occurred: string }>`select occurred from intelligence_known(${second?.recorded_at ?? ''})
      where id = ${id}`.execute(db()),
  )
  assert.equal(rows[0]?.occurred, '2026-11-20')
})

test('the same again changes nothing, and an old version is not written over', async () => {
  const id = await recorded()
  assert.equal(await plumbline.work(() => correctIntelligence(id, 1, said)), false)
  const corrected = { ...said, summary: 'It was another day.' }
  assert.equal(await plumbline.work(() => correctIntelligence(id, 1, corrected)), true)
  await assert.rejects(
    plumbline.work(() => correctIntelligence(id, 1, { ...said, summary: 'Somebody else.' })),
    /changed this item/,
  )
  assert.equal((await versionsOf(id)).length, 2)
})

test('what the actor may not see is not there', async () => {
  await assert.rejects(
    plumbline.work(() => correctIntelligence(randomUUID(), 1, said)),
    /no intelligence/,
  )
})

test('many are taken in under one event: new ones, and the next version of those that are here', async () => {
  const [here, fresh] = [await recorded(), randomUUID()]
  const items = [
    { id: here, service, said: { ...said, summary: 'Told once more.' } },
    { id: fresh, service: idOf('rowan-house'), said },
  ]
  await plumbline.work(() => importIntelligence('eastmarch', 'case records', items))
  assert.deepEqual([(await versionsOf(here)).length, (await versionsOf(fresh)).length], [2, 1])
  const events = await plumbline.read(() =>
    db().selectFrom('event').where('kind', '=', 'intelligence.imported').select('subject_id').execute(),
  )
  assert.ok(events.length > 0)
})

test('nothing made up comes to a real service by an import, and then nothing of it is taken in', async () => {
  const real = await plumbline.read(() =>
    db().selectFrom('service_now').where('invented', '=', false).select('id').executeTakeFirstOrThrow(),
  )
  const items = [
    { id: randomUUID(), service, said },
    { id: randomUUID(), service: real.id, said },
  ]
  await assert.rejects(
    plumbline.work(() => importIntelligence('eastmarch', 'case records', items)),
    /real service/,
  )
  assert.equal((await versionsOf(items[0]?.id ?? '')).length, 0)
})
