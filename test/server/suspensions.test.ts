/** Suspensions of new placements: who decides, who sees them, and what was known when (W1.3, W4.6). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { day, endOf } from '../../src/core/kit/days.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let lead: Person
before(async () => {
  plumbline = await testApp('demo')
  lead = await plumbline.signIn('contract-lead')
})
after(() => plumbline.close())

const service = idOf('sallow-court')
const address = `/services/${service}/suspensions/new`
const contract = () =>
  plumbline.read(() =>
    db().selectFrom('contract_now').where('service_id', '=', service).select('id').executeTakeFirstOrThrow(),
  )

const right = async (changes: Readonly<Record<string, string>> = {}) => ({
  id: randomUUID(),
  kind: 'all-new-placements',
  reason: 'assessment-poor',
  'starts-day': '16',
  'starts-month': '11',
  'starts-year': '2026',
  contract: (await contract()).id,
  clause: 'Clause 12.3',
  conditions: 'A plan for medicines is carried out.',
  ...changes,
})

const rowsOf = (id: string) =>
  plumbline.read(() =>
    db().selectFrom('suspension_now').where('id', '=', id).selectAll().executeTakeFirstOrThrow(),
  )

const textOf = async (path: string, person = lead) => (await person.get(path)).text()

test('those who decide are named by the policy; nobody else may', async () => {
  for (const role of [
    'contract-lead',
    'commissioner',
    'operational-lead',
    'quality-improvement-manager',
  ] as const)
    assert.equal((await (await plumbline.signIn(role)).get(address)).status, 200, role)
  for (const role of [
    'quality-assessor',
    'social-worker',
    'director',
    'administrator',
    'registered-manager',
  ] as const)
    assert.equal((await (await plumbline.signIn(role)).get(address)).status, 403, role)
})

test('a suspension is seen at once, changed, lifted, and each step is a version', async () => {
  const form = await right()
  assert.equal((await lead.post(address, form)).status, 303)
  assert.equal((await lead.post(address, form)).status, 303, 'sent twice')
  const banner = /New placements are suspended since 16 November 2026/
  for (const role of ['contract-lead', 'social-worker', 'finance-validator'] as const)
    assert.match(await textOf(`/services/${service}`, await plumbline.signIn(role)), banner, role)
  assert.doesNotMatch(
    await textOf(`/services/${service}`, await plumbline.signIn('social-worker')),
    /A PAMMS assessment was below Good/,
  )
  assert.match(await textOf(`/contracts/${form.contract}`), banner)
  const list = await textOf('/services?suspended=yes')
  assert.match(list, /Sallow Court/)
  assert.doesNotMatch(list, /Rowan House/)

  const change = `/suspensions/${form.id}/change`
  const changed = { ...form, version: '1', kind: 'some-new-placements' }
  assert.equal((await lead.post(change, changed)).status, 303)
  assert.equal(
    (await lead.post(change, { ...changed, clause: '12.4' })).status,
    409,
    'from the older version',
  )
  const lift = `/suspensions/${form.id}/lift`
  const on = { 'on-day': '21', 'on-month': '11', 'on-year': '2026' }
  const wrong = await lead.post(lift, { version: '2', ...on, note: 'Medicines are safe.' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Medicines are safe\./, 'nothing typed is lost')
  const sent = { version: '2', ...on, reason: 'assured', note: 'Medicines are safe.' }
  assert.equal((await lead.post(lift, sent)).status, 303)
  assert.doesNotMatch(await textOf(`/services/${service}`), /New placements are suspended/)
  const page = await textOf(`/services/${service}/suspensions`)
  assert.match(page, /changed what is suspended, by Tobias Anand/)
  assert.match(page, /The council is assured that the risk is over/)
  assert.equal((await rowsOf(form.id)).version, 3)
  const history = await textOf(`/history/service/${service}`)
  assert.match(history, /New placements suspended/)
  assert.match(history, /Suspension lifted/)
})

test('what was known at the end of a past day stays, however the suspension is corrected', async () => {
  const form = await right({ 'starts-day': '2', kind: 'by-the-provider' })
  await lead.post(address, form)
  const known = async () =>
    plumbline.read(
      async () =>
        (
          await sql<{ starts: string }>`select starts from suspension_known(${endOf(day('2026-11-21'))})
            where id = ${form.id}`.execute(db())
        ).rows,
    )
  assert.deepEqual(await known(), [{ starts: '2026-11-02' }])
  plumbline.clock.advance(2 * 24 * 60 * 60 * 1000)
  lead = await plumbline.signIn('contract-lead')
  await lead.post(`/suspensions/${form.id}/change`, { ...form, version: '1', 'starts-day': '9' })
  assert.equal((await rowsOf(form.id)).starts, '2026-11-09')
  assert.deepEqual(await known(), [{ starts: '2026-11-02' }])
  assert.match(
    await textOf(`/services/${service}?as-at=2026-11-21`),
    /New placements are suspended since 2 November 2026/,
  )
  assert.match(await textOf(`/services/${service}`), /since 9 November 2026/)
})

test('a second one of the same kind is refused, and so is one of a real service', async () => {
  const form = await right({ kind: 'by-the-provider' })
  assert.equal((await lead.post(address, form)).status, 409)
  const real = await plumbline.read(() =>
    db().selectFrom('service_now').where('invented', '=', false).select('id').executeTakeFirstOrThrow(),
  )
  assert.equal((await lead.get(`/services/${real.id}/suspensions/new`)).status, 409)
  assert.equal((await lead.post(`/services/${real.id}/suspensions/new`, form)).status, 409)
})

test('a contract that does not permit suspension warns, and is confirmed', async () => {
  const { id } = await contract()
  await plumbline.work(() =>
    sql`update contract set permits_suspension = false where id = ${id}`.execute(db()),
  )
  const form = await right({ kind: 'all-new-placements' })
  const warned = await lead.post(address, form)
  assert.equal(warned.status, 422)
  assert.match(await warned.text(), /This contract does not permit suspension/)
  assert.equal((await lead.post(address, { ...form, despite: 'yes' })).status, 303)
})
