/** One fact all the way: from the form to the explained rating (W2.5, W3.1, W3.2, X1, X3). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { digestOf } from '../../src/server/platform/events/emit.ts'
import { eventually, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo', { workers: true })
})
after(() => plumbline.close())

const sallowCourt = idOf('sallow-court')
const form = (id: string, fields: Readonly<Record<string, string>> = {}) => ({
  id,
  'occurred-day': '20',
  'occurred-month': '11',
  'occurred-year': '2026',
  summary: 'The night rota had one name on it.',
  reference: '',
  risk: 'no',
  ...fields,
})

const address = `/services/${sallowCourt}/intelligence/new`

test('a recorded concern moves the proposal at once, and yesterday stays as it was', async () => {
  const person = await plumbline.signIn('contract-lead')
  const before = await (await person.get(`/services/${sallowCourt}/why`)).text()
  assert.match(before, /1 care concern for 62 people[^.]*is 1\.6%/)
  for (let number = 0; number < 3; number += 1) {
    const answer = await person.post(address, form(randomUUID()))
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), `/services/${sallowCourt}?done=concern-recorded`)
  }
  const page = await (await person.get(`/services/${sallowCourt}?done=concern-recorded`)).text()
  assert.match(page, /The concern is recorded and counted in the rating/)
  assert.match(page, /Proposed:<\/span> Red/)
  const why = await (await person.get(`/services/${sallowCourt}/why`)).text()
  assert.match(why, /4 care concerns for 62 people[^.]*is 6\.5%/)
  const yesterday = await (await person.get(`/services/${sallowCourt}/why?as-at=2026-11-20`)).text()
  assert.match(yesterday, /1 care concern for 62 people[^.]*is 1\.6%/)
  assert.match(yesterday, /As it was known at the end of 20 November 2026/)
})

test('fact, version, event with a digest that holds, proposal and job are written together', async () => {
  const person = await plumbline.signIn('social-worker')
  const id = randomUUID()
  await person.post(address, form(id))
  const written = await plumbline.read(async () => {
    const fact = await db()
      .selectFrom('intelligence')
      .where('id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow()
    const version = await db()
      .selectFrom('intelligence_version')
      .where('id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow()
    const event = await db()
      .selectFrom('event')
      .innerJoin('event_payload', 'event_id', 'event.id')
      .where('event.id', '=', fact.event_id)
      .selectAll()
      .executeTakeFirstOrThrow()
    return { fact, version, event }
  })
  assert.equal(written.version.version, 1)
  assert.equal(written.version.event_id, written.fact.event_id)
  assert.equal(written.event.kind, 'intelligence.recorded')
  assert.equal(written.event.actor_id, idOf('caspian'))
  assert.deepEqual(Buffer.from(written.event.digest), digestOf(written.event.salt, written.event.payload))
  await eventually('the alert of the later reaction', async () =>
    plumbline.read(async () => {
      const items = await db().selectFrom('alert').where('cause', '=', id).selectAll().execute()
      return items.length === 1 && items[0]?.rule === 'new-concern'
    }),
  )
})

test('a form that is sent twice records once, also at the same instant', async () => {
  const person = await plumbline.signIn('contract-lead')
  const id = randomUUID()
  for (const _ of [1, 2]) assert.equal((await person.post(address, form(id))).status, 303)
  const together = await Promise.all([1, 2, 3].map(() => person.post(address, form(id))))
  assert.deepEqual(
    together.map(({ status }) => status),
    [303, 303, 303],
  )
  const versions = await plumbline.read(() =>
    db().selectFrom('intelligence_version').where('id', '=', id).selectAll().execute(),
  )
  assert.equal(versions.length, 1)
})

test('a form that fails comes back filled in, with every error at once', async () => {
  const person = await plumbline.signIn('contract-lead')
  const answer = await person.post(
    address,
    form(randomUUID(), { 'occurred-day': '31', risk: '', summary: 'A lift <stuck>' }),
  )
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /<title>Error: /)
  assert.match(page, /must be a real date/)
  assert.match(page, /Select yes if anyone is at risk now/)
  assert.match(page, /A lift &lt;stuck&gt;/)
  assert.match(page, /value="31"/)
})

test('nothing made up is recorded about a real service', async () => {
  const person = await plumbline.signIn('contract-lead')
  const real = await plumbline.read(() =>
    db().selectFrom('service_now').where('invented', '=', false).select('id').executeTakeFirstOrThrow(),
  )
  assert.equal((await person.get(`/services/${real.id}/intelligence/new`)).status, 409)
  const answer = await person.post(`/services/${real.id}/intelligence/new`, form(randomUUID()))
  assert.equal(answer.status, 409)
  assert.match(await answer.text(), /real service from CQC/)
})

test('two concerns recorded at the same moment are both counted', async () => {
  const service = idOf('quillan-mews')
  const person = await plumbline.signIn('contract-lead')
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(() => person.post(`/services/${service}/intelligence/new`, form(randomUUID()))),
  )
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303, 303, 303],
  )
  assert.match(await (await person.get(`/services/${service}/why`)).text(), /5 care concerns for 55 people/)
})

test('a past day is asked for by day only, and today is not past', async () => {
  const person = await plumbline.signIn('contract-lead')
  for (const value of ['2026-11-21', 'yesterday', '2026-02-30', '2027-01-01']) {
    const answer = await person.get(`/services/${sallowCourt}/why?as-at=${value}`)
    assert.equal(answer.status, 400, value)
    assert.match(await answer.text(), /\?as-at=2026-11-20/)
  }
})
