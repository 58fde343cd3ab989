/** The register in step with CQC's API, over a server that replays the real records and misbehaves (X6). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addAuthority } from '../../src/server/authorities/commands.ts'
import { system } from '../../src/server/platform/actor.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { syncRegister } from '../../src/server/register/commands/sync-register.ts'
import { heldLocation } from '../../src/server/register/queries/show-location.ts'
import { syncState } from '../../src/server/register/queries/sync-scope.ts'
import { asking } from '../register/cqc-api/asking.ts'
import { type CqcServer, startCqc } from '../register/cqc-api/cqc-server.ts'
import { status } from '../register/cqc-api/troubles.ts'
import { type TestApp, testApp } from '../support/app.ts'

const council = system('test', ['northfold'])
const day = 24 * 60 * 60 * 1000

let plumbline: TestApp
let cqc: CqcServer
before(async () => {
  ;[plumbline, cqc] = await Promise.all([testApp('empty'), startCqc()])
  await plumbline.work(
    () =>
      addAuthority({ id: 'northfold', name: 'Northfold Council', areas: ['Oldham'], invented: false }, ''),
    council,
  )
})
after(async () => {
  await cqc.close()
  await plumbline.close()
})

const sync = () => syncRegister(plumbline.opened.ground, council, asking(cqc).client)

const held = () => plumbline.read(() => db().selectFrom('cqc_location_now').selectAll().execute(), council)

const target = '1-5203053560'

test('a sync that CQC broke off keeps what it has, and the next one goes on from there', async () => {
  cqc.always(/^\/locations\/RM317/, status(401))
  await assert.rejects(sync(), /refused the key/)
  const kept = (await held()).length
  assert.ok(kept >= 400 && kept < 451, `${kept} locations`)
  cqc.calm()
  const report = await sync()
  assert.equal((await held()).length, 451)
  assert.ok(report.rows <= 451 - kept, `fetched ${report.rows} again`)
  assert.equal(report.locations.added, 451 - kept)
  const services = await plumbline.read(() => db().selectFrom('service_now').selectAll().execute(), council)
  assert.equal(services.length, 338, 'one for each history, although they came in pieces')
})

test('afterwards only what changed is fetched, and a changed rating says so; an id that is gone stays known', async () => {
  plumbline.clock.advance(day)
  const raw = { ...cqc.locations.get(target), assessment: undefined }
  const overall = { rating: 'Inadequate', reportDate: '2026-11-20', keyQuestionRatings: [] }
  cqc.locations.set(target, { ...raw, currentRatings: { overall } } as never)
  const gone = '1-10024040008'
  cqc.locations.delete(gone)
  cqc.changed.push(target, gone, '1-999')
  const before = (await held()).length
  const report = await sync()
  assert.equal(report.locations.changed, 1)
  assert.deepEqual(
    report.rejected.map(({ reason }) => reason),
    [`${gone}: CQC no longer answers for this id`],
  )
  assert.equal((await held()).length, before)
  const { ratings } = await plumbline.read(() => heldLocation(target), council)
  assert.deepEqual([ratings[0]?.overall, ratings[0]?.published], ['Inadequate', '2026-11-20'])
  const changes = await plumbline.read(
    () => db().selectFrom('event').where('kind', '=', 'register.rating-changed').selectAll().execute(),
    council,
  )
  assert.equal(changes.length, 1)
  const { syncedTo } = await plumbline.read(syncState, council)
  assert.equal(syncedTo, plumbline.clock.now)
})
