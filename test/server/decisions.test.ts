/** Two people decide ratings at a session: choices, agreement, and what takes effect (W3.4, W3.25, WA1). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { day, hourOf, plusDays } from '../../src/core/kit/days.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands/record-intelligence.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'
import { chooses, filledIn, openSession, textOf } from '../support/sessions.ts'

let plumbline: TestApp
let lead: Person
let manager: Person
before(async () => {
  plumbline = await testApp()
  lead = await plumbline.signIn('operational-lead')
  manager = await plumbline.signIn('quality-improvement-manager')
})
after(() => plumbline.close())

type Row = { readonly id: string; readonly name: string; readonly proposed: string; readonly decided: string }

/** Services that are not decided at the open session yet, with what is proposed and decided. */
const undecided = (): Promise<readonly Row[]> =>
  plumbline.read(async () => {
    const { rows } = await sql<Row>`
      select service.id, service.name, proposal.band as proposed, decision.band as decided
      from service_now service
        join rating_proposal_now proposal on proposal.service_id = service.id
        join rating_decision_now decision on decision.service_id = service.id
      where service.commissioned and proposal.band is not null
        and decision.session_id <> ${idOf('session eastmarch open')}
      order by service.name`.execute(db())
    return rows
  })

const used = new Set<string>()

/** Each test has a service of its own. */
const nextRow = async (): Promise<Row> => {
  const row = (await undecided()).find(({ id }) => !used.has(id))
  assert.ok(row, 'the open session has a service that no test has used')
  used.add(row.id)
  return row
}

const decisions = (service: string): Promise<readonly { band: string; note: string | null }[]> =>
  plumbline.read(() =>
    db()
      .selectFrom('rating_decision')
      .where('service_id', '=', service)
      .where('session_id', '=', idOf('session eastmarch open'))
      .select(['band', 'note'])
      .orderBy('recorded_at')
      .execute(),
  )

const another = (band: string): string => (band === 'red' ? 'green' : 'red')

test('what was chosen on a page is saved on the way to the next one; with nothing chosen it is only turned', async () => {
  const row = await nextRow()
  const form = { ...(await filledIn(lead, row.id, row.proposed)), do: 'next', show: 'all', page: '1' }
  const to = async (fields: Record<string, string>) =>
    (await lead.post(`${openSession}/choices`, fields)).headers.get('location')
  assert.equal(await to(form), `${openSession}?page=2&done=choices-saved`)
  assert.equal(await to({ form: randomUUID(), do: 'next', show: 'all', page: '1' }), `${openSession}?page=2`)
  const [choice] = await plumbline.read(() =>
    db()
      .selectFrom('rating_choice')
      .where('service_id', '=', row.id)
      .where('superseded_at', 'is', null)
      .where('session_id', '=', idOf('session eastmarch open'))
      .selectAll()
      .execute(),
  )
  assert.equal(choice?.band, row.proposed)
})

test('one session of a meeting is open at a time, and who may not decide opens none', async () => {
  const form = { id: randomUUID(), meeting: 'weekly-decision' }
  const opened = await lead.post('/decisions/open', form)
  assert.equal(opened.headers.get('location')?.split('?')[0], openSession)
  const assessor = await plumbline.signIn('quality-assessor')
  assert.equal((await assessor.post('/decisions/open', form)).status, 403)
})

test('an extraordinary session says why it is called, and is opened once however often the form is sent', async () => {
  const form = { id: randomUUID(), meeting: 'extraordinary-meeting', reason: '' }
  const refused = await lead.post('/decisions/open', form)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Say why the extraordinary meeting is called/)
  const sent = { ...form, reason: 'A death at Thornhay Lodge' }
  const addresses = await Promise.all([
    lead.post('/decisions/open', sent),
    lead.post('/decisions/open', sent),
  ])
  const [one, other] = addresses.map((answer) => answer.headers.get('location'))
  assert.equal(one, other)
  assert.match(await textOf(manager.get(one ?? '')), /Called because: A death at Thornhay Lodge/)
})

test('what one chose waits for the other; when both chose alike it takes effect at once', async () => {
  const { id, proposed } = await nextRow()
  await chooses(lead, id, proposed)
  assert.match(await textOf(manager.get(`${openSession}?show=yours`)), /Ottilie Brandt chose/)
  assert.deepEqual(await decisions(id), [])
  await chooses(manager, id, proposed)
  assert.deepEqual(await decisions(id), [{ band: proposed, note: null }])
  assert.match(
    await textOf(lead.get(`/services/${id}`)),
    /Decided \w+ on 21 November 2026 by Ottilie Brandt and Rufus Okoro/,
  )
})

test('a form sent twice, and two presses at once, choose and decide once', async () => {
  const { id, proposed } = await nextRow()
  await chooses(lead, id, proposed)
  const form = await filledIn(manager, id, proposed)
  const send = () => manager.post(`${openSession}/choices`, form)
  for (const answer of [...(await Promise.all([send(), send()])), await send()])
    assert.equal(answer.status, 303)
  assert.equal((await decisions(id)).length, 1)
})

test('a choice that differs needs its reason, and the form comes back as it was filled in', async () => {
  const { id, name, proposed } = await nextRow()
  const answer = await chooses(lead, id, another(proposed))
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, new RegExp(`${name}: (say why|the criteria do not permit)`))
  assert.match(page, new RegExp(`name="band-${id}"[^>]*value="${another(proposed)}"[^>]*checked`))
  await chooses(lead, id, another(proposed), 'We saw it ourselves')
  await chooses(manager, id, another(proposed))
  assert.deepEqual(await decisions(id), [{ band: another(proposed), note: 'We saw it ourselves' }])
})

test('two who differ are both shown with their names, and nothing takes effect', async () => {
  const { id, proposed } = await nextRow()
  await chooses(lead, id, proposed)
  await chooses(manager, id, another(proposed), 'I would not')
  assert.deepEqual(await decisions(id), [])
  const page = await textOf(lead.get(`${openSession}?show=differs`))
  assert.match(page, /They differ: nothing takes effect until they agree/)
  assert.match(page, /You chose [\s\S]*Rufus Okoro chose [\s\S]*I would not/)
  await chooses(manager, id, proposed)
  assert.equal((await decisions(id)).length, 1)
})

test('a choice on a proposal that has changed meanwhile is refused, and the note is kept', async () => {
  const { id, name, proposed } = await nextRow()
  await chooses(lead, id, proposed)
  const form = await filledIn(manager, id, proposed, 'My long note')
  await plumbline.work(() =>
    recordIntelligence({
      id: randomUUID(),
      service: id,
      kind: 'care-concern',
      occurred: day('2026-11-20'),
      concluded: null,
      progressed: null,
      outcome: null,
      reference: null,
      summary: null,
      immediateRisk: false,
    }),
  )
  const answer = await manager.post(`${openSession}/choices`, form)
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, new RegExp(`${name}: what is proposed or decided changed meanwhile`))
  assert.match(page, /value="My long note"/)
  assert.match(page, /before the proposal changed\. It no longer counts/)
  assert.deepEqual(await decisions(id), [])
})

test('marking what is unchanged saves nothing: each row is looked at and saved', async () => {
  const left = await undecided()
  const page = await textOf(lead.get(openSession))
  const rows = [...page.matchAll(/name="row" value="([^"]+)"/g)].map(([, id]) => id ?? '')
  const form = new FormData()
  form.set('form', randomUUID())
  form.set('do', 'mark')
  for (const row of rows) form.append('row', row)
  const answer = await lead.post(`${openSession}/choices`, form)
  assert.equal(answer.status, 200)
  const marked = [...(await answer.text()).matchAll(/name="band-([^"]+)"[^>]*checked/g)].map(([, id]) => id)
  const differing = left.filter(({ proposed, decided }) => proposed !== decided)
  for (const { id } of differing) assert.ok(!marked.includes(id), 'what differs is never marked')
  assert.ok(marked.length > 0)
  assert.deepEqual(await undecided(), left)
})

test('who looks at the same session is named, and rows are read anew with each look', async () => {
  await manager.get(openSession)
  assert.match(await textOf(lead.get(openSession)), /Also here now: [^<]*Rufus Okoro/)
  assert.match(await textOf(lead.get(openSession)), /\d+ of \d+ services decided/)
})

test('a reader sees the session and chooses nothing', async () => {
  const director = await plumbline.signIn('director')
  const page = await textOf(director.get(openSession))
  assert.doesNotMatch(page, /Save what I chose/)
  assert.equal((await director.post(`${openSession}/choices`, {})).status, 403)
  const finance = await plumbline.signIn('finance-validator')
  assert.equal((await finance.get(openSession)).status, 403)
})

test('the session of a past day shows what was known then, and late facts never change it (X3)', async () => {
  const [{ id } = { id: '' }] = await undecided()
  const early = await lead.get(`${openSession}?as-at=2026-11-20`)
  assert.equal(early.status, 422)
  const past = await plumbline.read(() =>
    db()
      .selectFrom('decision_session_now')
      .where('part', '=', 'decides')
      .where('closed_at', 'is not', null)
      .select(['id', 'held_on'])
      .orderBy('held_on', 'desc')
      .executeTakeFirstOrThrow(),
  )
  const address = `/decisions/${past.id}`
  const before = await textOf(lead.get(address))
  assert.match(before, /This session has ended/)
  const late = { occurred: plusDays(day(past.held_on), -3), concluded: null, progressed: null }
  for (let number = 0; number < 5; number += 1)
    await plumbline.work(() =>
      recordIntelligence({
        id: randomUUID(),
        service: id,
        kind: 'care-concern',
        ...late,
        outcome: null,
        reference: null,
        summary: null,
        immediateRisk: false,
      }),
    )
  const sections = (page: string) =>
    page.slice(page.indexOf('class="plumbline-decide'), page.indexOf('</main>'))
  assert.equal(sections(await textOf(lead.get(address))), sections(before))
})

test('ending a session keeps its document once, and what was left comes back', async () => {
  const decided = (await textOf(lead.get(openSession))).match(/(\d+) of (\d+) services decided/)
  const preview = await textOf(lead.get(`${openSession}/end`))
  assert.match(preview, new RegExp(`${decided?.[1]} services decided and \\d+ services not decided`))
  const ends = await Promise.all([
    lead.post(`${openSession}/end`, {}),
    manager.post(`${openSession}/end`, {}),
  ])
  const [one, other] = ends.map((answer) => answer.headers.get('location'))
  assert.equal(one, other)
  const page = await textOf(lead.get(one ?? ''))
  assert.match(page, /We saw it ourselves/)
  assert.match(page, /Those who must agree differ|One of those who must agree chose/)
  assert.match(page, /wirral-2022, version 1/)
  plumbline.clock.now = hourOf(day('2026-11-28'), 9)
  lead = await plumbline.signIn('operational-lead')
  const again = { id: randomUUID(), meeting: 'weekly-decision' }
  const next = (await lead.post('/decisions/open', again)).headers.get('location') ?? ''
  const nextPage = await textOf(lead.get(next))
  assert.match(nextPage, new RegExp(`0 of ${decided?.[2]} services decided`))
  assert.match(nextPage, /since 21 November 2026/)
})
