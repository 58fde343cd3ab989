/** Mail about alerts: by each person's choice, once a day, with nothing in it but names (X15). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { day as dayNamed, hourOf } from '../../src/core/kit/days.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { sendDigests } from '../../src/server/home/commands/send-digests.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { eventually, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo', { workers: true })
})
after(() => plumbline.close())

const mailTo = (address: string) =>
  plumbline.read(() =>
    db().selectFrom('mail').where('recipient', '=', address).selectAll().orderBy('recorded_at').execute(),
  )
const tobias = 'tobias.anand@example.invalid'
const monday = dayNamed('2026-11-23')
const tuesday = dayNamed('2026-11-24')

test('who never chose gets no digest', async () => {
  plumbline.clock.now = hourOf(monday, 9)
  await plumbline.work(() => sendDigests('eastmarch'))
  assert.deepEqual(await mailTo(tobias), [])
})

test('a choice that is none comes back with an error, and a choice is kept', async () => {
  const lead = await plumbline.signIn('contract-lead')
  const wrong = await lead.post('/account/notices', { digest: 'hourly' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Choose whether you want a digest/)
  const answer = await lead.post('/account/notices', { digest: 'daily', 'at-once': 'yes' })
  assert.equal(answer.headers.get('location'), '/account/notices?done=notices-chosen')
  const page = await (await lead.get('/account/notices')).text()
  assert.match(page, /value="daily" checked/)
})

test('a daily digest is written once a day, also by two workers at once', async () => {
  plumbline.clock.now = hourOf(monday, 10)
  await Promise.all([1, 2].map(() => plumbline.work(() => sendDigests('eastmarch'))))
  await plumbline.work(() => sendDigests('eastmarch'))
  const mail = await mailTo(tobias)
  assert.equal(mail.length, 1)
  plumbline.clock.now = hourOf(tuesday, 8)
  await plumbline.work(() => sendDigests('eastmarch'))
  assert.equal((await mailTo(tobias)).length, 2)
})

test('a mail names services and rules, leads to the page where it is stopped, and says nothing else', async () => {
  const [mail] = await mailTo(tobias)
  assert.match(mail?.subject ?? '', /things to do/)
  const body = mail?.body ?? ''
  assert.match(body, /- [^:\n]+: (?:Below Good, and nothing under way|Too little is known for a rating)/)
  assert.match(body, /http:\/\/plumbline\.test\/account\/notices/)
  assert.doesNotMatch(body, /Requires improvement|people|care concern of/i)
})

test('none is written at the weekend, and a weekly one on its day only', async () => {
  const manager = await plumbline.signIn('quality-improvement-manager')
  await manager.post('/account/notices', { digest: 'weekly-3' })
  const rufus = 'rufus.okoro@example.invalid'
  for (const [date, expected] of [
    ['2026-11-24', 0],
    ['2026-11-25', 1],
    ['2026-11-26', 1],
    ['2026-11-28', 1],
  ] as const) {
    plumbline.clock.now = hourOf(dayNamed(date), 9)
    await plumbline.work(() => sendDigests('eastmarch'))
    assert.equal((await mailTo(rufus)).length, expected, date)
  }
  assert.equal((await mailTo(tobias)).length, 4)
})

const concern = (risk: string) => ({
  id: randomUUID(),
  'occurred-day': '20',
  'occurred-month': '11',
  'occurred-year': '2026',
  summary: 'A resident fell twice.',
  reference: '',
  risk,
})

test('an immediate concern is told to the lead at once, and not to who chose not to hear', async () => {
  const worker = await plumbline.signIn('social-worker')
  const urgent = async () => (await mailTo(tobias)).filter(({ subject }) => subject.startsWith('Urgent'))
  await worker.post(`/services/${idOf('rowan-house')}/intelligence/new`, concern('yes'))
  await eventually('the mail of the urgent alert', async () => (await urgent()).length === 1)
  const [mail] = await urgent()
  assert.match(mail?.body ?? '', /- Rowan House: Immediate concern not answered/)
  assert.doesNotMatch(mail?.body ?? '', /fell/)
  const lead = await plumbline.signIn('contract-lead')
  await lead.post('/account/notices', { digest: 'none' })
  const form = concern('yes')
  await worker.post(`/services/${idOf('rowan-house')}/intelligence/new`, form)
  await eventually('the reaction that tells nobody', async () =>
    plumbline.read(async () => {
      const [alert] = await db().selectFrom('alert').where('cause', '=', form.id).select('event_id').execute()
      if (alert === undefined) return false
      const done = await db()
        .selectFrom('reaction_done')
        .where('event_id', '=', alert.event_id)
        .where('reaction', '=', 'home.tell-urgent')
        .select('event_id')
        .execute()
      return done.length === 1
    }),
  )
  assert.equal((await urgent()).length, 1)
})
