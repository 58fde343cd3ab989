/** Alerts of what is to be reviewed: suspensions, and the list that is public (W1.3, W4.6). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { dayOf, instant } from '../../src/core/kit/days.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { watch } from '../../src/server/home/commands/watch.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let lead: Person
before(async () => {
  plumbline = await testApp('demo', { workers: true })
  lead = await plumbline.signIn('contract-lead')
})
after(() => plumbline.close())

const alertsOf = (rule: string) =>
  plumbline.read(() =>
    db()
      .selectFrom('alert')
      .where('authority_id', '=', 'eastmarch')
      .where('rule', '=', rule)
      .orderBy('recorded_at')
      .select(['id', 'cause', 'due', 'service_id', 'cleared_at', 'cleared_because'])
      .execute(),
  )

const standing = async (rule: string) =>
  (await alertsOf(rule)).filter(({ cleared_at }) => cleared_at === null)

const service = idOf('rowan-house')
const ofService = async () =>
  (await alertsOf('suspension-to-review')).filter((alert) => alert.service_id === service)

const suspension = (fields: Readonly<Record<string, string>>) => ({
  id: randomUUID(),
  kind: 'all-new-placements',
  reason: 'safeguarding',
  'starts-day': '16',
  'starts-month': '11',
  'starts-year': '2026',
  contract: 'none',
  clause: '',
  conditions: '',
  'reviewOn-day': '25',
  'reviewOn-month': '11',
  'reviewOn-year': '2026',
  ...fields,
})

test('a suspension whose review comes is told once to the lead of its service, and closes when it has another day or is lifted', async () => {
  const form = suspension({})
  assert.equal((await lead.post(`/services/${service}/suspensions/new`, form)).status, 303)
  await eventually('the alert of the review', async () => (await ofService()).length === 1)
  await plumbline.work(() => watch('eastmarch', 'all'))
  const [alert, ...more] = await ofService()
  assert.deepEqual(more, [], 'looked at again: the same cause')
  assert.equal(alert?.due, '2026-11-25')
  const page = await (await lead.get(`/alerts/${alert?.id}`)).text()
  assert.match(page, /The review is due on 25 November 2026/)
  assert.match(page, new RegExp(`href="/services/${service}/suspensions#${form.id}"`))
  assert.match(
    await (await lead.get(`/services/${service}/suspensions`)).text(),
    new RegExp(`id="${form.id}"`),
  )
  const officer = await plumbline.signIn('social-worker')
  assert.equal((await officer.get(`/alerts/${alert?.id}`)).status, 403)

  const change = { ...form, version: '1', 'reviewOn-month': '12' }
  assert.equal((await lead.post(`/suspensions/${form.id}/change`, change)).status, 303)
  await eventually('reviewed', async () => (await ofService())[0]?.cleared_at !== null)
  assert.match((await ofService())[0]?.cleared_because ?? '', /reviewed and given another day/)

  const near = { ...form, version: '2', 'reviewOn-day': '20' }
  assert.equal((await lead.post(`/suspensions/${form.id}/change`, near)).status, 303)
  await eventually('another alert', async () => (await ofService()).length === 2)
  const lift = {
    version: '3',
    'on-day': '21',
    'on-month': '11',
    'on-year': '2026',
    reason: 'assured',
    note: 'Seen by the duty social worker.',
  }
  assert.equal((await lead.post(`/suspensions/${form.id}/lift`, lift)).status, 303)
  await eventually('lifted', async () => (await ofService())[1]?.cleared_at !== null)
})

test('the public list: nobody reviewed it yet; reviewed, the alert closes and comes back by the interval of the policy', async () => {
  const rule = 'public-list-to-review'
  assert.deepEqual(
    (await standing(rule)).map(({ cause }) => cause),
    ['never'],
  )
  const [alert] = await standing(rule)
  for (const [role, status] of [
    ['contract-lead', 200],
    ['commissioner', 200],
    ['quality-assessor', 404],
    ['director', 404],
  ] as const)
    assert.equal((await (await plumbline.signIn(role)).get(`/alerts/${alert?.id}`)).status, status, role)
  assert.equal((await lead.post('/publication', { id: randomUUID() })).status, 303)
  await eventually('reviewed', async () => (await standing(rule)).length === 0)
  assert.equal(dayOf(plumbline.clock.now), '2026-11-21')
  plumbline.clock.now = instant('2027-02-06T10:00:00.000Z')
  await plumbline.work(() => watch('eastmarch', 'all'))
  assert.deepEqual(await standing(rule), [])
  plumbline.clock.now = instant('2027-02-07T10:00:00.000Z')
  await plumbline.work(() => watch('eastmarch', 'all'))
  const [again] = await standing(rule)
  assert.equal(again?.due, '2027-02-21')
})
