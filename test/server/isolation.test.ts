/** Row-level security, units of work and permissions: default deny (ASVS 8.2, 8.3). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { addAuthority } from '../../src/server/authorities/commands.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { system } from '../../src/server/platform/actor.ts'
import { db, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
  const northfold = { id: 'northfold', name: 'Northfold', areas: [], invented: true }
  await plumbline.work(() => addAuthority(northfold, 'wirral-2022'), system('test', [northfold.id]))
})
after(() => plumbline.close())

const guarded = [
  'service',
  'intelligence',
  'intelligence_version',
  'intelligence_feed',
  'rating_proposal',
  'alert',
  'visit',
  'visit_answer',
] as const

test('asked outside a unit of work, the code throws', () => {
  assert.throws(() => db(), /outside a unit of work/)
})

// An empty table is empty for anyone: PostgreSQL does not ask the policy. So these are the tables that have rows.
for (const table of guarded.filter((name) => name !== 'visit_answer'))
  test(`without a context, ${table} raises an error, never gives zero rows`, async () => {
    await assert.rejects(
      plumbline.opened.ground.kysely.selectFrom(table).selectAll().limit(1).execute(),
      /without saying for which/,
    )
  })

for (const table of guarded)
  test(`another authority sees nothing of ${table}`, async () => {
    const rows = await plumbline.read(
      () => db().selectFrom(table).selectAll().execute(),
      system('test', ['northfold']),
    )
    assert.deepEqual(rows, [])
  })

test('another authority can neither change a row nor write one for this one', async () => {
  const northfold = system('test', ['northfold'])
  const changed = await plumbline.work(
    () => db().updateTable('service').set({ name: 'Taken over' }).executeTakeFirstOrThrow(),
    northfold,
  )
  assert.equal(Number(changed.numUpdatedRows), 0)
  await assert.rejects(
    plumbline.work(
      () =>
        db()
          .insertInto('intelligence_feed')
          .values({
            authority_id: 'eastmarch',
            kind: 'care-concern',
            collected_from: '2026-01-01' as never,
            recorded_at: plumbline.clock.now,
          })
          .execute(),
      northfold,
    ),
    /row-level security/,
  )
})

test('a reading unit cannot write', async () => {
  await assert.rejects(
    plumbline.read(() => sql`update service set name = 'x'`.execute(db())),
    /read-only transaction/,
  )
})

test('the application is no superuser, and cannot change the trail', async () => {
  const [row] = (
    await plumbline.read(() =>
      sql<{
        current: string
        super: string
      }>`select current_user as current, current_setting('is_superuser') as super`.execute(db()),
    )
  ).rows
  assert.deepEqual(row, { current: 'plumbline_app', super: 'off' })
  await assert.rejects(
    plumbline.work(() => sql`delete from event`.execute(db())),
    /permission denied/,
  )
  await assert.rejects(
    plumbline.work(() => sql`update event set kind = 'x'`.execute(db())),
    /permission denied/,
  )
})

test('a registered manager sees their own service, and neither ratings nor intelligence', async () => {
  const manager = await plumbline.signIn('registered-manager')
  const list = await (await manager.get('/services')).text()
  assert.match(list, /Rowan House/)
  assert.doesNotMatch(list, /Sallow Court|Proposed|Abbey Hey/)
  const page = await (await manager.get(`/services/${idOf('rowan-house')}`)).text()
  assert.doesNotMatch(page, /Proposed|Care concern|Latest intelligence/)
  assert.equal((await manager.get(`/services/${idOf('sallow-court')}`)).status, 404)
  const actor = {
    kind: 'person',
    id: idOf('perpetua'),
    authorities: ['eastmarch'],
    services: [idOf('rowan-house')],
  } as const
  for (const table of ['intelligence', 'rating_proposal', 'alert', 'visit'] as const)
    assert.deepEqual(
      await unitOfWork(plumbline.opened.ground, actor, 'read', () =>
        db().selectFrom(table).selectAll().execute(),
      ),
      [],
    )
})

test('whoever sees no ratings cannot ask for them by a filter either', async () => {
  const worker = await plumbline.signIn('social-worker')
  const countOf = async (address: string) =>
    /<strong>(\d+ services?)<\/strong>/.exec(await (await worker.get(address)).text())?.[1]
  assert.equal(await countOf('/services?proposed=red'), await countOf('/services'))
})

test('a form sent from another website is refused', async () => {
  const answer = await plumbline.app.request('http://plumbline.test/sign-in', {
    method: 'POST',
    headers: { origin: 'https://elsewhere.test' },
    body: new URLSearchParams({ person: idOf('tobias') }),
  })
  assert.equal(answer.status, 403)
  assert.match(await answer.text(), /another website/)
})

test('signing in returns only to this site, and signing out ends the session on the server', async () => {
  const person = plumbline.anyone()
  for (const address of [
    '//elsewhere.test',
    'https://elsewhere.test',
    '/\\elsewhere.test',
    '/\t/elsewhere.test',
  ]) {
    const answer = await person.post('/sign-in', { person: idOf('tobias'), 'return-to': address })
    assert.equal(answer.headers.get('location'), '/', address)
  }
  assert.equal((await person.get('/services')).status, 200)
  const token = await plumbline.read(() => db().selectFrom('session').selectAll().execute())
  assert.ok(token.length > 0)
  await person.post('/sign-out', {})
  assert.equal((await person.get('/services')).status, 303)
})

test('a session ends after its longest time', async () => {
  const person = await plumbline.signIn('commissioner')
  assert.equal((await person.get('/services')).status, 200)
  plumbline.clock.advance(12 * 60 * 60 * 1000 + 1)
  assert.equal((await person.get('/services')).status, 303)
})

test('what is larger than any form is refused before it is read', async () => {
  const person = await plumbline.signIn('contract-lead')
  const answer = await person.post(`/services/${idOf('rowan-house')}/intelligence/new`, {
    summary: 'x'.repeat(11 * 2 ** 20),
  })
  assert.equal(answer.status, 413)
  assert.match(await answer.text(), /larger than 10 MB/)
})
