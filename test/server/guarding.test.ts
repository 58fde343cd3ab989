/** What stands against misuse by somebody who is inside: sessions ended for them, refusals kept, a pace of reading (ASVS 2.4, 7.4, 16.3). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type Account, council, isIn, provider } from '../support/accounts.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let administrator: Account
before(async () => {
  plumbline = await testApp('demo', { mode: 'live' })
  administrator = await council(plumbline, 'head@eastmarch.example', 'administrator')
})
after(() => plumbline.close())

const ended = () =>
  plumbline.read(async () => {
    const { payload } = await db()
      .selectFrom('event')
      .innerJoin('event_payload', 'event_payload.event_id', 'event.id')
      .where('kind', '=', 'session.ended')
      .orderBy('event.id', 'desc')
      .select('payload')
      .executeTakeFirstOrThrow()
    return JSON.parse(payload)
  })

test('an administrator ends all sessions of a person, and then of everybody but themselves', async () => {
  const ada = await council(plumbline, 'ada@eastmarch.example', 'auditor')
  const bo = await provider(plumbline, 'bo@provider.example', idOf('rowan-house'))
  assert.equal((await ada.browser.post(`/people/${bo.id}/end-sessions`, {})).status, 403)
  assert.match(await (await administrator.browser.get(`/people/${ada.id}`)).text(), /End all sessions/)
  await administrator.browser.post(`/people/${ada.id}/end-sessions`, {})
  assert.equal(await isIn(ada.browser), false)
  assert.ok(await isIn(bo.browser))
  assert.deepEqual(await ended(), { how: 'by-administrator', sessions: 1 })
  const own = await administrator.browser.post(`/people/${administrator.id}/end-sessions`, {})
  assert.equal(own.status, 409)

  const cole = await council(plumbline, 'cole@eastmarch.example', 'director')
  assert.match(await (await administrator.browser.get('/people')).text(), /End everybody’s sessions/)
  const all = await administrator.browser.post('/people/end-all-sessions', {})
  assert.equal(all.headers.get('location'), '/people?done=everyone-signed-out')
  for (const { browser } of [bo, cole]) assert.equal(await isIn(browser), false)
  assert.ok(await isIn(administrator.browser))
  assert.deepEqual(await ended(), { how: 'by-administrator', sessions: 2 })
})

test('who asks for what their role may not do stands in the log of accesses, by name', async () => {
  const dee = await council(plumbline, 'dee@eastmarch.example', 'director')
  assert.equal((await dee.browser.get(`/people/${administrator.id}`)).status, 403)
  const kept = await plumbline.read(() =>
    db()
      .selectFrom('access_log')
      .select(['shows', 'subject_id', 'acted_as'])
      .where('person_id', '=', dee.id)
      .execute(),
  )
  assert.deepEqual(kept, [{ shows: 'refused', subject_id: 'GET /people/:person', acted_as: 'director' }])
  assert.equal(
    (await plumbline.anyone().get('/people')).status,
    303,
    'whoever is not signed in leaves nothing',
  )
})

test('more pages in a minute than anybody reads are refused, for the person and for the source', async () => {
  const paced = await testApp('demo', { installation: { readsOfPerson: 5, readsOfSource: 8 } })
  try {
    const lead = await paced.signIn('contract-lead')
    const read = async () => (await lead.get('/roles')).status
    for (const _ of [1, 2, 3, 4, 5]) assert.equal(await read(), 200)
    const refused = await lead.get('/roles')
    assert.equal(refused.status, 429)
    assert.match(await refused.text(), /too many pages/)
    paced.clock.advance(60_000)
    assert.equal(await read(), 200)
    const crawler = paced.anyone({ source: '192.0.2.5' })
    const statuses = []
    for (const _ of Array.from({ length: 9 })) statuses.push((await crawler.get('/sign-in')).status)
    assert.deepEqual(statuses.slice(-2), [200, 429])
  } finally {
    await paced.close()
  }
})
