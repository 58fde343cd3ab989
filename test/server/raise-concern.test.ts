/** The form for people without an account: verified by a code, limited, nothing lost, and word back (W2.5, W2.6, B4.1, X12). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { eraseUnconfirmed } from '../../src/server/intelligence/commands/erase-unconfirmed.ts'
import { inRoom } from '../../src/server/platform/database/room.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { placeHold, releaseHold } from '../../src/server/retention/commands/hold.ts'
import { holdsOf } from '../../src/server/retention/queries.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo', { workers: true })
})
after(() => plumbline.close())

const path = '/raise-a-concern'
const service = idOf('thornhay-lodge')
const hour = 60 * 60 * 1000
const day = 24 * hour

const what = { kind: 'care-concern', when: 'today', day: '', month: '', year: '' }
const saw = { summary: 'Two call bells did not ring at night.', risk: 'no' }
const you = (email: string) => ({ source: 'health-professional', name: 'Nadia Brook', email })

type Change = {
  readonly what?: Readonly<Record<string, string>>
  readonly saw?: Readonly<Record<string, string>>
  readonly source?: string
}

/** Fills all pages in and sends them. Returns who did. */
const raise = async (email: string, change: Change = {}): Promise<Person> => {
  const person = plumbline.anyone({ source: change.source ?? '192.0.2.7' })
  const steps: readonly (readonly [step: string, fields: Readonly<Record<string, string>>, next: string])[] =
    [
      ['', { service }, '/what'],
      ['/what', { ...what, ...change.what }, '/saw'],
      ['/saw', { ...saw, ...change.saw }, '/you'],
      ['/you', you(email), '/check'],
      ['/check', {}, '/code'],
    ]
  for (const [step, fields, next] of steps) {
    const answer = await person.post(`${path}${step}`, fields)
    assert.equal(answer.headers.get('location'), `${path}${next}`, `${step}: ${await answer.text()}`)
  }
  return person
}

const mailTo = (email: string) =>
  plumbline.read(() =>
    db().selectFrom('mail').where('recipient', '=', email).orderBy('recorded_at').selectAll().execute(),
  )

const codeFor = async (email: string): Promise<string> => {
  const codes = (await mailTo(email)).flatMap(({ body }) => /^\d{6}$/m.exec(body ?? '')?.[0] ?? [])
  const code = codes.at(-1)
  assert.ok(code, `no code was sent to ${email}`)
  return code
}

const concernOf = (email: string) =>
  plumbline.read(() =>
    db()
      .selectFrom('raised_concern as concern')
      .innerJoin('concern_raiser as raiser', 'raiser.concern_id', 'concern.id')
      .where('raiser.email', '=', email)
      .selectAll('concern')
      .executeTakeFirstOrThrow(),
  )

const itemsOf = (id: string) =>
  plumbline.read(() => db().selectFrom('intelligence').where('id', '=', id).selectAll().execute())

test('a service is found by name, place or postcode, and a real one is not offered in the demonstration', async () => {
  const anyone = plumbline.anyone()
  const found = await (await anyone.get(`${path}?q=thornay+lodg`)).text()
  assert.match(found, /Thornhay Lodge/)
  const real = await plumbline.read(() =>
    db()
      .selectFrom('service_now')
      .where('invented', '=', false)
      .where('ended_on', 'is', null)
      .select(['id', 'name'])
      .executeTakeFirstOrThrow(),
  )
  const page = await (await anyone.get(`${path}?${new URLSearchParams({ q: String(real.name) })}`)).text()
  assert.ok(!page.includes(`value="${real.id}"`))
  const answer = await anyone.post(path, { service: String(real.id) })
  assert.equal(answer.status, 422)
})

test('with the right code it is intelligence, counted and known to the contract lead', async () => {
  const person = await raise('nadia@ward.example')
  const concern = await concernOf('nadia@ward.example')
  assert.deepEqual(await itemsOf(concern.id), [])
  const answer = await person.post(`${path}/code`, { code: await codeFor('nadia@ward.example') })
  assert.equal(answer.headers.get('location'), `${path}/done`)
  assert.match(await (await person.get(`${path}/done`)).text(), new RegExp(concern.reference))
  const [item] = await itemsOf(concern.id)
  assert.deepEqual(
    [item?.kind, item?.reference, item?.source, item?.occurred, item?.service_id],
    ['care-concern', concern.reference, 'health-professional', '2026-11-21', service],
  )
  const lead = await plumbline.signIn('contract-lead')
  const page = await (await lead.get(`/services/${service}/intelligence/${concern.id}`)).text()
  assert.match(page, /Nadia Brook, nadia@ward\.example/)
  const thanks = (await mailTo('nadia@ward.example')).map(({ subject }) => subject)
  assert.deepEqual(
    thanks.toSorted(),
    ['Your code for Eastmarch Council', `We have what you told us: ${concern.reference}`].toSorted(),
  )
  // A code works once, and a form that is sent again records nothing again.
  await person.post(`${path}/code`, { code: '000000' })
  await person.post(`${path}/check`, {})
  assert.equal((await itemsOf(concern.id)).length, 1)
})

test('when it has ended, whoever raised it hears back, once', async () => {
  const email = 'olu@ward.example'
  const person = await raise(email)
  await person.post(`${path}/code`, { code: await codeFor(email) })
  const { id, reference } = await concernOf(email)
  const lead = await plumbline.signIn('contract-lead')
  const address = `/services/${service}/intelligence/${id}/correct`
  const end = {
    kind: 'care-concern',
    'occurred-day': '21',
    'occurred-month': '11',
    'occurred-year': '2026',
    reference,
    outcome: 'substantiated',
    'ended-day': '21',
    'ended-month': '11',
    'ended-year': '2026',
  }
  assert.equal((await lead.post(address, { ...end, version: '1' })).status, 303)
  const told = async () =>
    (await mailTo(email)).filter(({ subject }) => subject === `What you told us has ended: ${reference}`)
  await eventually('word back', async () => (await told()).length === 1)
  assert.equal((await lead.post(address, { ...end, outcome: 'inconclusive', version: '2' })).status, 303)
  await eventually('the reaction to the second correction', () =>
    plumbline.read(async () => {
      const done = await db()
        .selectFrom('reaction_done')
        .innerJoin('event', 'event.id', 'reaction_done.event_id')
        .where('reaction', '=', 'intelligence.tell-raiser')
        .where('event.subject_id', '=', service)
        .select('event.id')
        .execute()
      return done.length >= 2
    }),
  )
  const letters = await told()
  assert.equal(letters.length, 1)
  assert.doesNotMatch(letters[0]?.body ?? '', /Thornhay|bells|substantiated/i)
})

test('a wrong code counts as a try, the last one ends it, and a new one works', async () => {
  const email = 'perry@ward.example'
  const person = await raise(email)
  const right = await codeFor(email)
  const wrong = right === '111111' ? '222222' : '111111'
  for (const _ of [1, 2, 3, 4]) assert.equal((await person.post(`${path}/code`, { code: wrong })).status, 422)
  assert.equal((await person.post(`${path}/code`, { code: wrong })).status, 303)
  // Now even the right one is worth nothing.
  await person.post(`${path}/code`, { code: right })
  assert.deepEqual(await itemsOf((await concernOf(email)).id), [])
  assert.match(await (await person.get(`${path}/code`)).text(), /No code works at the moment/)
  await person.post(`${path}/code/again`, {})
  await person.post(`${path}/code`, { code: await codeFor(email) })
  assert.equal((await itemsOf((await concernOf(email)).id)).length, 1)
})

test('a code works for its time only, and never in another browser', async () => {
  const email = 'quin@ward.example'
  const person = await raise(email)
  const code = await codeFor(email)
  const other = await raise('rae@ward.example')
  await other.post(`${path}/code`, { code })
  assert.deepEqual(await itemsOf((await concernOf(email)).id), [])
  plumbline.clock.advance(31 * 60 * 1000)
  await person.post(`${path}/code`, { code })
  assert.deepEqual(await itemsOf((await concernOf(email)).id), [])
})

test('what is typed comes back: after an error, and after going away', async () => {
  const person = plumbline.anyone()
  await person.post(path, { service })
  const failed = await person.post(`${path}/what`, {
    ...what,
    kind: '',
    when: 'other',
    day: '31',
    month: '2',
    year: '2026',
  })
  assert.equal(failed.status, 422)
  assert.match(await failed.text(), /value="31"/)
  assert.match(await (await person.get(`${path}/what`)).text(), /value="31"/)
  await person.post(`${path}/what`, what)
  await person.post(`${path}/saw`, { summary: 'About 943 476 5919 <b>', risk: '' })
  const again = await (await person.get(`${path}/saw`)).text()
  assert.match(again, /About 943 476 5919 &lt;b&gt;/)
  // Nothing is checked or sent before every page is right.
  assert.equal((await person.get(`${path}/check`)).headers.get('location'), `${path}/saw`)
  assert.equal((await person.post(`${path}/check`, {})).headers.get('location'), `${path}/saw`)
})

test('a risk is never lost: unconfirmed, it is work at once, and stays until somebody decides', async () => {
  const email = 'sol@ward.example'
  await raise(email, { saw: { risk: 'yes' } })
  const concern = await concernOf(email)
  await eventually('work for the contract lead', () =>
    plumbline.read(async () => {
      const work = await db()
        .selectFrom('alert')
        .where('cause', '=', concern.id)
        .select(['rule', 'due'])
        .execute()
      return work.length === 1 && work[0]?.rule === 'immediate-concern' && work[0]?.due === '2026-11-21'
    }),
  )
  const lead = await plumbline.signIn('contract-lead')
  const list = await (await lead.get('/intelligence/raised')).text()
  assert.match(list, new RegExp(concern.reference))
  assert.match(list, /Email not confirmed/)
  // It is no intelligence before somebody takes it in.
  assert.ok(!(await (await lead.get(`/services/${service}/intelligence`)).text()).includes(concern.id))
  const missing = await lead.post(`/intelligence/raised/${concern.id}`, { decision: 'taken-in', note: '' })
  assert.equal(missing.status, 422)
  const taken = { decision: 'taken-in', note: 'Rang the ward, they confirm it' }
  assert.equal((await lead.post(`/intelligence/raised/${concern.id}`, taken)).status, 303)
  assert.equal((await itemsOf(concern.id)).length, 1)
  assert.equal((await lead.post(`/intelligence/raised/${concern.id}`, taken)).status, 409)
  const work = await plumbline.read(() =>
    db().selectFrom('alert').where('cause', '=', concern.id).select('id').execute(),
  )
  assert.equal(work.length, 1)
})

test('an address gets so many codes, and what is sent beyond is kept all the same', async () => {
  const email = 'terry@ward.example'
  const person = await raise(email)
  for (const _ of [1, 2, 3, 4, 5, 6]) await person.post(`${path}/code/again`, {})
  const codes = (await mailTo(email)).filter(({ subject }) => subject.startsWith('Your code'))
  assert.equal(codes.length, 5)
  assert.ok(await concernOf(email))
})

test('one source sends so many in a day, then is told whom to ring, and its draft stays', async () => {
  const source = '198.51.100.9'
  for (let number = 0; number < 30; number += 1) await raise(`u${number}@ward.example`, { source })
  const person = plumbline.anyone({ source })
  await person.post(path, { service })
  await person.post(`${path}/what`, what)
  await person.post(`${path}/saw`, saw)
  await person.post(`${path}/you`, you('last@ward.example'))
  const refused = await person.post(`${path}/check`, {})
  assert.equal(refused.status, 429)
  assert.match(await refused.text(), /Central Advice and Duty Team/)
  assert.match(await (await person.get(`${path}/check`)).text(), /last@ward\.example/)
  plumbline.clock.advance(25 * hour)
  const late = await raise('later@ward.example', { source })
  assert.equal((await late.get(`${path}/code`)).status, 200)
})

test('praise asks nothing about risk, and comes in as a compliment', async () => {
  const email = 'vic@ward.example'
  const person = await raise(email, { what: { kind: 'compliment' }, saw: { risk: '' } })
  await person.post(`${path}/code`, { code: await codeFor(email) })
  const [item] = await itemsOf((await concernOf(email)).id)
  assert.equal(item?.kind, 'compliment')
})

test('what nobody confirmed is erased after its time with who sent it; a risk is not before a decision', async () => {
  await raise('wyn@ward.example')
  await raise('xan@ward.example', { saw: { risk: 'yes' } })
  const plain = await concernOf('wyn@ward.example')
  const risk = await concernOf('xan@ward.example')
  const there = async () =>
    (
      await plumbline.read(() =>
        db().selectFrom('raised_concern').where('id', 'in', [plain.id, risk.id]).select('id').execute(),
      )
    ).map(({ id }) => id)
  plumbline.clock.advance(29 * day)
  await plumbline.work(eraseUnconfirmed)
  assert.equal((await there()).length, 2)
  plumbline.clock.advance(2 * day)
  await plumbline.work(eraseUnconfirmed)
  assert.deepEqual(await there(), [risk.id])
  await assert.rejects(concernOf('wyn@ward.example'))
  const lead = await plumbline.signIn('contract-lead')
  await lead.post(`/intelligence/raised/${risk.id}`, { decision: 'set-aside', note: 'A prank call' })
  await plumbline.work(eraseUnconfirmed)
  assert.deepEqual(await there(), [])
  // What was confirmed stays, and drafts of before are gone.
  assert.ok(await concernOf('nadia@ward.example'))
  const drafts = await plumbline.read(() =>
    inRoom('concerns', () => db().selectFrom('concern_draft').select('token_digest').execute()),
  )
  assert.deepEqual(drafts, [])
})

test('under a legal hold on its service, or its own, a concern that nobody confirmed is not erased', async () => {
  await raise('ash@ward.example')
  await raise('oak@ward.example')
  const [ofService, own] = [await concernOf('ash@ward.example'), await concernOf('oak@ward.example')]
  const holding = { authority: 'eastmarch', label: 'a concern', reason: 'Inquest' }
  const { service_id: held } = await plumbline.read(() =>
    db()
      .selectFrom('raised_concern')
      .where('id', '=', ofService.id)
      .select('service_id')
      .executeTakeFirstOrThrow(),
  )
  const there = async () =>
    (
      await plumbline.read(() =>
        db().selectFrom('raised_concern').where('id', 'in', [ofService.id, own.id]).select('id').execute(),
      )
    ).length
  const release = () =>
    plumbline.work(async () => {
      for (const { hold } of await holdsOf()) await releaseHold(hold)
    })
  await plumbline.work(() => placeHold({ ...holding, kind: 'service', id: held }))
  plumbline.clock.advance(31 * day)
  await plumbline.work(eraseUnconfirmed)
  assert.equal(await there(), 2, 'both are about the service')
  await release()
  await plumbline.work(() => placeHold({ ...holding, kind: 'concern-raisers', id: own.id }))
  await plumbline.work(eraseUnconfirmed)
  assert.equal(await there(), 1)
  assert.ok(await concernOf('oak@ward.example'))
  await release()
  await plumbline.work(eraseUnconfirmed)
  assert.equal(await there(), 0)
})

test('drafts and codes show to no one’s query', async () => {
  await raise('yve@ward.example')
  const seen = await plumbline.read(() => db().selectFrom('concern_draft').selectAll().execute())
  assert.deepEqual(seen, [])
})
