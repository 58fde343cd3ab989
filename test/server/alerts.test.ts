/** Alerts from the rule to the home page: raised once a cause, closed by themselves, dealt with by people (W1.2, W2.6, W3.3). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Day, type Instant, plusMilliseconds } from '../../src/core/kit/days.ts'
import type { Role } from '../../src/core/people/roles.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { raiseConcerns } from '../../src/server/home/commands/raise-concerns.ts'
import { watch } from '../../src/server/home/commands/watch.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands/record-intelligence.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { eventually, type TestApp, testApp } from '../support/app.ts'
import { addSecondCouncil, far } from '../support/second-council.ts'

const hour = 60 * 60 * 1000

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
  assert.ok((rules.get('tolerance-crossed') ?? 0) >= 1, JSON.stringify(found))
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

test('an immediate concern is due the same day, and overdue a whole day after it was raised, weekends included', async () => {
  const alert = await recorded({ risk: 'yes' })
  assert.equal(alert.rule, 'immediate-concern')
  // 21 November 2026 is a Saturday.
  assert.equal(alert.due, '2026-11-21')
  assert.equal(alert.overdue_from, plusMilliseconds(alert.since as Instant, 24 * hour))
  const lead = await plumbline.signIn('contract-lead')
  assert.match(await (await lead.get('/')).text(), /At risk now/)
  const empty = await lead.post('/alerts/done', { alert: alert.id, back: `/alerts/${alert.id}`, note: ' ' })
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /Enter what was done, and by whom/)
  const answer = await lead.post('/alerts/done', {
    alert: alert.id,
    back: '/',
    note: 'The duty social worker went there.',
  })
  assert.equal(answer.headers.get('location'), '/?done=alerts-done')
  const page = await (await lead.get(`/alerts/${alert.id}`)).text()
  assert.match(page, /The duty social worker went there/)
  assert.match(page, /Overdue 24 hours after it began, nights and weekends included/)
})

test('several are put off by one form, come back on their day by themselves, and stand under Waiting for others', async () => {
  const alerts = [await recorded(), await recorded()]
  const lead = await plumbline.signIn('contract-lead')
  const ids = alerts.map(({ id }) => ['alert', id])
  const ask = await lead.get(
    `/alerts/several?deed=put-off&back=%2Falerts&${ids.map(([name, id]) => `${name}=${id}`).join('&')}`,
  )
  assert.match(await ask.text(), /2 alerts/)
  const form = (fields: Readonly<Record<string, string>>) => {
    const data = new FormData()
    for (const [name, id] of ids) data.append(name ?? '', id ?? '')
    for (const [name, value] of Object.entries({ back: '/alerts', ...fields })) data.append(name, value)
    return data
  }
  const past = await lead.post(
    '/alerts/put-off',
    form({ 'until-day': '1', 'until-month': '2', 'until-year': '2026' }),
  )
  assert.equal(past.status, 422)
  assert.match(await past.text(), /must be after today[\s\S]*value="2026"/)
  const fields = { 'until-day': '24', 'until-month': '11', 'until-year': '2026' }
  assert.equal((await lead.post('/alerts/put-off', form(fields))).status, 303)
  const home = async () => {
    const [work = '', waiting = ''] = (await (await lead.get('/')).text()).split('Waiting for others</h2>')
    const has = (part: string) => alerts.filter(({ id }) => part.includes(`/alerts/${id}"`)).length
    return { work: has(work), waiting: has(waiting) }
  }
  assert.deepEqual(await home(), { work: 0, waiting: 2 })
  const before = plumbline.clock.now
  plumbline.clock.advance(72 * hour)
  assert.deepEqual(
    await (async () => {
      const again = await plumbline.signIn('contract-lead')
      const [work = '', waiting = ''] = (await (await again.get('/')).text()).split('Waiting for others</h2>')
      const has = (part: string) => alerts.filter(({ id }) => part.includes(`/alerts/${id}"`)).length
      return { work: has(work), waiting: has(waiting) }
    })(),
    { work: 2, waiting: 0 },
  )
  plumbline.clock.now = before
})

test('an alert that is given to somebody stands on their list, and waits on the giver’s', async () => {
  const alert = await recorded()
  const lead = await plumbline.signIn('contract-lead')
  const nobody = await lead.post('/alerts/assign', {
    alert: alert.id,
    back: `/alerts/${alert.id}`,
    person: '',
  })
  assert.equal(nobody.status, 422)
  const given = await lead.post('/alerts/assign', {
    alert: alert.id,
    back: `/alerts/${alert.id}`,
    person: idOf('maren'),
  })
  assert.equal(given.headers.get('location'), `/alerts/${alert.id}?done=alerts-assigned`)
  const assessor = await plumbline.signIn('quality-assessor')
  assert.match(await (await assessor.get('/?whose=mine')).text(), new RegExp(`/alerts/${alert.id}"`))
  const [work = '', waiting = ''] = (await (await lead.get('/?whose=mine')).text()).split(
    'Waiting for others</h2>',
  )
  assert.doesNotMatch(work, new RegExp(`/alerts/${alert.id}"`))
  assert.match(waiting, new RegExp(`/alerts/${alert.id}"[\\s\\S]*With Maren Holloway`))
})

test('a form that is sent twice at the same instant acts once', async () => {
  const alert = await recorded()
  const lead = await plumbline.signIn('contract-lead')
  const answers = await Promise.all(
    [1, 2, 3].map(() => lead.post('/alerts/acknowledge', { alert: alert.id, back: '/' })),
  )
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303],
  )
  const steps = await plumbline.read(() =>
    db().selectFrom('alert_step').where('alert_id', '=', alert.id).select('what').orderBy('id').execute(),
  )
  assert.deepEqual(
    steps.map(({ what }) => what),
    ['opened', 'acknowledged'],
  )
})

test('workers who find the same cause at once raise one alert, and a job that comes again raises none', async () => {
  const service = idOf('kestrel-way')
  const concern = {
    id: randomUUID(),
    service,
    occurred: '2026-11-20' as Day,
    immediateRisk: false,
    recordedAt: plumbline.clock.now,
  }
  await plumbline.work(async () => {
    await db()
      .updateTable('alert')
      .set({ cleared_at: plumbline.clock.now, cleared_because: 'test' })
      .where('service_id', '=', service)
      .execute()
    await recordIntelligence({
      ...concern,
      kind: 'compliment',
      concluded: null,
      progressed: null,
      outcome: null,
      reference: null,
      summary: null,
    })
  })
  await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      plumbline.work(() =>
        index % 2 === 0 ? watch('eastmarch', [service]) : raiseConcerns('eastmarch', [concern]),
      ),
    ),
  )
  await plumbline.work(() => raiseConcerns('eastmarch', [concern]))
  const rows = await plumbline.read(() =>
    db()
      .selectFrom('alert')
      .where('service_id', '=', service)
      .where('cleared_at', 'is', null)
      .select(['rule', 'cause'])
      .execute(),
  )
  assert.equal(rows.filter(({ cause }) => cause === concern.id).length, 1)
  assert.equal(new Set(rows.map(({ rule, cause }) => `${rule} ${cause}`)).size, rows.length)
})

const service = idOf('quillan-mews')
const activity = (fields: Readonly<Record<string, unknown>>) =>
  plumbline.work(async () => {
    const { id: event } = await db()
      .selectFrom('event')
      .select((select) => select.fn.max('id').as('id'))
      .executeTakeFirstOrThrow()
    await sql`insert into activity (id, authority_id, service_id, activity, name, version, state, due, arranged_for, held_on,
        by_provider, announced, counts, recorded_at, event_id)
      values (${idOf('an activity')}, 'eastmarch', ${service}, 'contract-monitoring-meeting', 'Meeting', 1, 'due',
        '2026-12-01', null, null, false, false, true, ${plumbline.clock.now}, ${event})
      on conflict (id) do nothing`.execute(db())
    await db().updateTable('activity').set(fields).where('id', '=', idOf('an activity')).execute()
    await watch('eastmarch', [service])
  })

test('what is due is told before; it closes by itself when it is held, and the same cause that comes again is a new alert', async () => {
  const ours = async () =>
    (await alertOf(idOf('an activity'))).toSorted((one, other) =>
      one.recorded_at < other.recorded_at ? -1 : 1,
    )
  await activity({ version: 2 })
  const [first] = await ours()
  assert.equal(first?.due, '2026-12-01')
  assert.equal(first?.cleared_at, null)
  const lead = await plumbline.signIn('contract-lead')
  await lead.post('/alerts/done', { alert: first?.id ?? '', back: '/', note: '' })
  await activity({ due: '2026-11-30' })
  assert.equal(
    (await ours()).length,
    1,
    'done by a person, and its cause is still there: it is not raised again',
  )
  await activity({ state: 'held', held_on: '2026-11-21' })
  const [held] = await ours()
  assert.match(held?.cleared_because ?? '', /held or cancelled/)
  plumbline.clock.advance(1000)
  await activity({ state: 'due', held_on: null, due: '2026-12-02' })
  assert.deepEqual(
    (await ours()).map(({ cleared_at }) => cleared_at === null),
    [false, true],
  )
})

test('an alert of another council is as if it were not there', async () => {
  await addSecondCouncil(plumbline)
  const lead = await plumbline.signIn('contract-lead')
  assert.equal((await lead.get(`/alerts/${far.work}`)).status, 404)
  const answer = await lead.post('/alerts/done', { alert: far.work, back: '/', note: 'x' })
  assert.equal(answer.headers.get('location'), '/?done=no-alert-chosen')
})

test('a form goes back to a page of ours, whatever it names', async () => {
  const alert = await recorded()
  const lead = await plumbline.signIn('contract-lead')
  const answer = await lead.post('/alerts/acknowledge', { alert: alert.id, back: '//elsewhere.example/' })
  assert.equal(answer.headers.get('location'), '/alerts?done=alerts-acknowledged')
})

test('every role with a work list has a home page; others are led to what they may see', async () => {
  const homes: readonly Role[] = [
    'contract-lead',
    'quality-assessor',
    'operational-lead',
    'quality-improvement-manager',
    'commissioner',
    'safeguarding-officer',
    'director',
    'administrator',
  ]
  for (const role of homes) {
    const page = await (await plumbline.signIn(role)).get('/')
    assert.equal(page.status, 200, role)
    const text = await page.text()
    for (const heading of ['Your work', 'Waiting for others', 'What changed since'])
      assert.match(text, new RegExp(heading), role)
  }
  const director = await plumbline.signIn('director')
  assert.doesNotMatch(
    await (await director.get('/alerts')).text(),
    /Immediate concern|New concern|Mark as done/,
  )
  assert.equal((await (await plumbline.signIn('registered-manager')).get('/')).status, 303)
})
