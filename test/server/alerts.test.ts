/** Alerts from the rule to the home page: raised once a cause, closed by themselves, dealt with by people (W1.2, W2.6, W3.3). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { watch } from '../../src/server/home/commands/watch.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { eventually, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo', { workers: true })
})
after(() => plumbline.close())

const rowan = idOf('rowan-house')

const concern = (fields: Readonly<Record<string, string>> = {}) => ({
  id: randomUUID(),
  'occurred-day': '20',
  'occurred-month': '11',
  'occurred-year': '2026',
  summary: '',
  reference: '',
  risk: 'no',
  ...fields,
})

const alertOf = (cause: string) =>
  plumbline.read(() => db().selectFrom('alert').where('cause', '=', cause).selectAll().execute())

const recorded = async (fields: Readonly<Record<string, string>> = {}) => {
  const person = await plumbline.signIn('social-worker')
  const form = concern(fields)
  assert.equal((await person.post(`/services/${rowan}/intelligence/new`, form)).status, 303)
  await eventually('the alert of the concern', async () => (await alertOf(form.id)).length === 1)
  const [alert] = await alertOf(form.id)
  assert.ok(alert)
  return alert
}

test('the demonstration’s alerts come out of its data by the rules', async () => {
  const found = await plumbline.read(() =>
    db()
      .selectFrom('alert_now')
      .groupBy('rule')
      .select((select) => ['rule', select.fn.countAll<number>().as('n')])
      .execute(),
  )
  const rules = new Map(found.map(({ rule, n }) => [rule, Number(n)]))
  assert.ok((rules.get('policy-review-overdue') ?? 0) === 1, JSON.stringify(found))
  assert.ok((rules.get('below-good-without-engagement') ?? 0) >= 1, JSON.stringify(found))
})

test('a concern becomes an alert on the contract lead’s home page, and is acknowledged there', async () => {
  const alert = await recorded()
  const lead = await plumbline.signIn('contract-lead')
  const home = await (await lead.get('/')).text()
  assert.match(home, new RegExp(`href="/alerts/${alert.id}"`))
  const answer = await lead.post('/alerts/acknowledge', { alert: alert.id, back: '/' })
  assert.equal(answer.headers.get('location'), '/?done=alerts-acknowledged')
  const page = await (await lead.get(`/alerts/${alert.id}`)).text()
  assert.match(page, /Acknowledged/)
  assert.match(page, /By Tobias Anand/)
})

test('looking again finds nothing new', async () => {
  const count = () =>
    plumbline.read(async () => (await db().selectFrom('alert').select('id').execute()).length)
  const first = await count()
  for (const _ of [1, 2]) await plumbline.work(() => watch('eastmarch', 'all'))
  assert.equal(await count(), first)
})
