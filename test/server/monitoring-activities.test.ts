/** Activities are arranged, held, cancelled and corrected, and the duty stands until it is done (W3.6, B2.1 to B2.3). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

const sallow = idOf('sallow-court')

let plumbline: TestApp
let lead: Person
let assessor: Person
before(async () => {
  plumbline = await testApp('demo')
  lead = await plumbline.signIn('contract-lead')
  assessor = await plumbline.signIn('quality-assessor')
  // The demonstration has arranged some already.
  await plumbline.work(() =>
    db()
      .updateTable('activity')
      .set({ state: 'due', arranged_for: null })
      .where('service_id', 'in', [sallow, idOf('thornhay-lodge')])
      .where('state', '=', 'arranged')
      .execute(),
  )
})
after(() => plumbline.close())

const openOf = (activity: string, service = sallow) =>
  plumbline.read(() =>
    db()
      .selectFrom('activity')
      .where('service_id', '=', service)
      .where('activity', '=', activity)
      .where('state', 'in', ['due', 'arranged'])
      .where('counts', '=', true)
      .selectAll()
      .executeTakeFirstOrThrow(),
  )

const rowOf = (id: string) =>
  plumbline.read(() =>
    db()
      .selectFrom('activity')
      .innerJoin('activity_record', 'activity_id', 'id')
      .where('id', '=', id)
      .selectAll()
      .executeTakeFirstOrThrow(),
  )

const meeting = 'contract-monitoring-meeting'
const on = (text: string, field = 'on') => {
  const [year = '', month = '', day = ''] = text.split('-')
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year }
}

test('a form that fails comes back as it was typed, with what to do', async () => {
  const { id } = await openOf(meeting)
  const answer = await lead.post(`/activities/${id}/arrange`, {
    ...on('2026-11-01'),
    time: 'noon',
    otherPlace: 'The garden room',
    version: '1',
  })
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /The day must be on or after 2\d November 2026/)
  assert.match(page, /The time must be like 14:30/)
  assert.match(page, /value="The garden room"/)
})

test('arranged, arranged anew with a reason, cancelled: the due date stands, and every version is kept', async () => {
  const before = await openOf(meeting)
  const address = `/activities/${before.id}`
  const arrangement = { ...on('2026-12-03'), time: '9.30', otherPlace: 'Council office', announced: 'yes' }
  const arranged = await lead.post(`${address}/arrange`, { ...arrangement, version: String(before.version) })
  assert.equal(arranged.headers.get('location'), `${address}?done=activity-arranged`)
  const twice = await lead.post(`${address}/arrange`, { ...arrangement, version: String(before.version) })
  assert.equal(twice.status, 303, 'the same form twice is saved once')
  const one = await rowOf(before.id)
  assert.deepEqual(
    [one.state, one.arranged_for, one.at_time, one.due],
    ['arranged', '2026-12-03', '09:30', before.due],
  )
  const stale = await assessor.post(`${address}/arrange`, {
    ...arrangement,
    ...on('2026-12-04'),
    reason: 'Later',
    version: String(before.version),
  })
  assert.equal(stale.status, 409)
  assert.match(await stale.text(), /Somebody else changed this activity while you worked on it/)
  const again = { ...arrangement, ...on('2026-12-10'), version: String(one.version) }
  assert.equal((await lead.post(`${address}/arrange`, again)).status, 422, 'a reason is asked for')
  await lead.post(`${address}/arrange`, { ...again, reason: 'The manager is away' })
  const two = await rowOf(before.id)
  assert.deepEqual(
    [two.arranged_for, two.reason, two.version],
    ['2026-12-10', 'The manager is away', one.version + 1],
  )
  assert.equal(
    (await lead.post(`${address}/cancel`, { version: String(two.version), reason: '' })).status,
    422,
  )
  await lead.post(`${address}/cancel`, { version: String(two.version), reason: 'An outbreak of norovirus' })
  const next = await openOf(meeting)
  assert.notEqual(next.id, before.id)
  assert.deepEqual([next.state, next.due], ['due', before.due], 'the duty stays')
  const page = await (await lead.get(address)).text()
  assert.match(page, /All versions of this activity \(\d+\)/)
  assert.match(page, /An outbreak of norovirus/)
})

test('held with attendance and notes: the next one is due from that day; taken back, the old date stands again', async () => {
  const before = await openOf(meeting)
  const address = `/activities/${before.id}`
  const held = await lead.post(`${address}/hold`, {
    ...on('2026-11-19'),
    others: 'Registered manager, contract lead',
    notes: 'Staffing is stable again.',
    version: String(before.version),
  })
  assert.equal(held.headers.get('location'), `${address}?done=activity-held`)
  const next = await openOf(meeting)
  assert.ok(String(next.due) > '2026-12-18', `due ${next.due}`)
  const page = await (await lead.get(address)).text()
  assert.match(page, /Staffing is stable again/)
  const { version } = await rowOf(before.id)
  const correction = { ...on('2026-11-12'), notes: 'Staffing is stable again.', version: String(version) }
  assert.equal(
    (await lead.post(`${address}/hold`, correction)).status,
    422,
    'a correction says what was wrong',
  )
  await lead.post(`${address}/hold`, { ...correction, reason: 'It was the week before' })
  const corrected = await openOf(meeting)
  assert.equal(corrected.id, next.id)
  assert.ok(String(corrected.due) < String(next.due), 'the next one moves with the record')
  await lead.post(`${address}/cancel`, { version: String(version + 1), reason: 'It was another service' })
  assert.equal((await openOf(meeting)).due, before.due)
})

test('W3.6: a full assessment is asked for, so a self-assessment leaves it to be done', async () => {
  const thornhay = idOf('thornhay-lodge')
  const before = await openOf('pamms-assessment', thornhay)
  await plumbline.work(async () => {
    await db()
      .insertInto('monitored_band')
      .values({
        authority_id: before.authority_id,
        service_id: thornhay,
        band: 'red',
        since: '2026-11-16' as never,
        recorded_at: plumbline.clock.now,
        event_id: before.event_id,
      })
      .execute()
  })
  await lead.post(`/activities/${before.id}/hold`, {
    ...on('2026-11-20'),
    form: 'self-assessment',
    version: String(before.version),
  })
  const next = await openOf('pamms-assessment', thornhay)
  assert.notEqual(next.id, before.id)
  assert.match(
    await (await lead.get(`/activities/${before.id}`)).text(),
    /held in a form that the decided rating does not accept/,
  )
})

test('on an occasion: an additional visit names its risk, stays unannounced, and moves no due date', async () => {
  const before = await openOf(meeting)
  const id = randomUUID()
  const fields = { id, activity: meeting, ...on('2026-11-25'), announced: 'no' }
  assert.match(
    await (await lead.post(`/services/${sallow}/plan/new`, fields)).text(),
    /Say on what occasion, or name the area of risk/,
  )
  const answer = await lead.post(`/services/${sallow}/plan/new`, { ...fields, occasion: 'Medication errors' })
  assert.equal(answer.headers.get('location'), `/activities/${id}?done=activity-arranged`)
  const { version } = await rowOf(id)
  plumbline.clock.advance(5 * 24 * 60 * 60 * 1000)
  const again = await plumbline.signIn('contract-lead')
  await again.post(`/activities/${id}/hold`, { ...on('2026-11-25'), version: String(version) })
  assert.deepEqual([(await rowOf(id)).state, (await openOf(meeting)).due], ['held', before.due])
  lead = again
})

test('actions have a person and a day, and are done once; files are judged by their bytes', async () => {
  const { id } = await openOf('annual-assurance-statement').catch(() => openOf(meeting))
  const address = `/activities/${id}`
  const action = {
    id: randomUUID(),
    what: 'Send the new rota',
    who: 'Registered manager',
    ...on('2026-12-15', 'due'),
  }
  assert.match(
    await (await lead.post(`${address}/actions`, { ...action, what: '' })).text(),
    /Say what is to be done/,
  )
  await lead.post(`${address}/actions`, action)
  await lead.post(`${address}/actions`, action)
  await lead.post(`${address}/actions/${action.id}/done`, {})
  const actions = await plumbline.read(() =>
    db().selectFrom('activity_action_now').where('activity_id', '=', id).selectAll().execute(),
  )
  assert.deepEqual(
    actions.map(({ what, who, done_on }) => [what, who, done_on !== null]),
    [['Send the new rota', 'Registered manager', true]],
  )
  const send = async (name: string, content: string) => {
    const form = new FormData()
    form.append('files', new File([content], name))
    return lead.post(`${address}/files`, form)
  }
  assert.match(
    await (await send('minutes.pdf', '<script>alert(1)</script>')).text(),
    /can run scripts|not a PDF|another kind/,
  )
  assert.equal((await send('minutes.txt', 'Minutes of the meeting')).status, 303)
  const [file] = await plumbline.read(() =>
    db().selectFrom('activity_file').where('activity_id', '=', id).selectAll().execute(),
  )
  assert.ok(file)
  const given = await lead.get(`${address}/files/${file.id}`)
  assert.equal(await given.text(), 'Minutes of the meeting')
  assert.match(given.headers.get('content-disposition') ?? '', /^attachment/)
})

test('a contact is recorded with its follow-up, and followed up once', async () => {
  const id = randomUUID()
  const fields = {
    id,
    kind: 'call',
    ...on('2026-11-24'),
    withWhom: 'Deputy manager',
    note: 'Asked for the rota.',
  }
  const answer = await lead.post(`/services/${sallow}/contacts/new`, {
    ...fields,
    ...on('2026-12-01', 'followUp'),
  })
  assert.equal(answer.status, 303)
  const page = await (await lead.get(`/services/${sallow}/plan`)).text()
  assert.match(page, /Asked for the rota\./)
  await lead.post(`/services/${sallow}/contacts/${id}/followed-up`, {})
  assert.match(await (await lead.get(`/services/${sallow}/plan`)).text(), /Followed up on 2\d November 2026/)
})
