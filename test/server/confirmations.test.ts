/** The monthly meeting confirms what was decided, and its document is shared with the teams (W3.4, X3, X9). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { idOf } from '../../src/server/demo/ids.ts'
import { addAccount } from '../../src/server/people/commands/accounts.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'
import { openSession, textOf } from '../support/sessions.ts'

let plumbline: TestApp
let lead: Person
let meeting = ''
let document = ''
before(async () => {
  plumbline = await testApp('demo', { workers: true })
  lead = await plumbline.signIn('operational-lead')
})
after(() => plumbline.close())

const unconfirmed = async (): Promise<
  readonly { id: string; service: string; name: string; stands: boolean }[]
> =>
  plumbline.read(async () => {
    const { rows } = await sql<{ id: string; service: string; name: string; stands: boolean }>`
      select decision.id, decision.service_id as service, service.name, decision.superseded_at is null as stands
      from rating_decision decision join service_now service on service.id = decision.service_id
      where not exists (select from decision_confirmation there where there.decision_id = decision.id)
      order by service.name`.execute(db())
    return rows
  })

test('a meeting that confirms lists every decision since the last one', async () => {
  const opened = await lead.post('/decisions/open', { id: randomUUID(), meeting: 'joint-monthly-meeting' })
  meeting = (opened.headers.get('location') ?? '').split('?')[0] ?? ''
  const open = await unconfirmed()
  assert.ok(open.length > 0)
  const page = await textOf(lead.get(meeting))
  assert.match(page, new RegExp(`${open.length} decisions since the last confirmation`))
  for (const { name } of open) assert.ok(page.includes(name))
  assert.match(page, /Commissioning team: who was there[\s\S]*Isolde Farrow/)
})

test('without minutes and without anybody there it does not confirm, and what was typed is kept', async () => {
  const answer = await lead.post(`${meeting}/confirmation`, { do: 'confirm', minutes: '', others: '' })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /Say who was there[\s\S]*Write the minutes/)
  const half = { do: 'save', minutes: 'We began with <b>home care</b>.', present: idOf('isolde') }
  await lead.post(`${meeting}/confirmation`, half)
  const page = await textOf(lead.get(meeting))
  assert.match(page, /We began with &lt;b&gt;home care/)
  assert.match(page, new RegExp(`value="${idOf('isolde')}"[^>]*checked`))
})

test('what goes back needs its reason; what was typed before is kept on the way', async () => {
  const decision = (await unconfirmed()).find(({ stands }) => stands)
  assert.ok(decision)
  const way = await lead.post(`${meeting}/confirmation`, {
    back: decision.id,
    minutes: 'We began with home care.',
    present: idOf('isolde'),
    others: 'ICB',
  })
  const back = way.headers.get('location') ?? ''
  assert.match(await textOf(lead.get(back)), new RegExp(`Send back: ${decision.name}`))
  const refused = await lead.post(back, { do: 'back', reason: ' ' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Say why it goes back/)
  await lead.post(back, { do: 'back', reason: 'The new manager was not heard.' })
  const page = await textOf(lead.get(meeting))
  assert.match(page, /of which 1 goes back/)
  assert.match(page, /The new manager was not heard/)
  assert.match(page, /value="ICB"/)
})

test('all is confirmed together, once, and the document says who was there', async () => {
  await plumbline.work(() => addAccount(idOf('isolde'), 'isolde@eastmarch.example'))
  const open = await unconfirmed()
  const form = { do: 'confirm', minutes: 'We began with home care.', present: idOf('isolde'), others: 'ICB' }
  const send = () => lead.post(`${meeting}/confirmation`, form)
  const [one, other] = (await Promise.all([send(), send()])).map((answer) => answer.headers.get('location'))
  assert.equal(one, other)
  document = (one ?? '').split('?')[0] ?? ''
  assert.deepEqual(await unconfirmed(), [])
  const outcomes = await plumbline.read(async () => {
    const { rows } = await sql<{ outcome: string; count: number }>`
      select outcome, count(*)::int as count from decision_confirmation
      where session_id = ${meeting.split('/').at(-1) ?? ''} group by 1 order by 1`.execute(db())
    return rows
  })
  assert.deepEqual(outcomes, [
    { outcome: 'confirmed', count: open.length - 1 },
    { outcome: 'sent-back', count: 1 },
  ])
  const page = await textOf(lead.get(document))
  assert.match(page, /Commissioning team[\s\S]*Isolde Farrow[\s\S]*Others[\s\S]*ICB/)
  assert.match(page, /Sent back to the next session[\s\S]*The new manager was not heard/)
})

test('the people of the teams find the document, and get a mail with its address', async () => {
  const mails = () =>
    plumbline.read(async () => {
      const { rows } = await sql<{ body: string }>`select body from mail
        where recipient = 'isolde@eastmarch.example' and subject like 'Joint monthly meeting%'`.execute(db())
      return rows
    })
  await eventually('the mail is queued', async () => (await mails()).length === 1)
  const [mail] = await mails()
  assert.ok(mail?.body.includes(`http://plumbline.test${document}`))
  for (const role of ['commissioner', 'contract-lead', 'quality-assessor'] as const) {
    const person = await plumbline.signIn(role)
    assert.ok((await textOf(person.get('/documents'))).includes(document))
    assert.equal((await person.get(document)).status, 200)
  }
  const stranger = await plumbline.signIn('social-worker')
  assert.equal((await stranger.get(document)).status, 403)
})

test('what was sent back comes first at the next session, with the reason', async () => {
  const page = await textOf(lead.get(openSession))
  const groups = [...page.matchAll(/<h2 class="govuk-heading-m">([^<]+)</g)].map(([, name]) => name)
  if (groups[0] !== 'Sent back by the meeting that confirms')
    // Its decision was made at this very session: then it is decided anew at the next one.
    await lead.post(`${openSession}/end`, {})
  const opened = await lead.post('/decisions/open', { id: randomUUID(), meeting: 'weekly-decision' })
  const next = await textOf(lead.get(opened.headers.get('location') ?? ''))
  assert.match(
    next,
    /<h2 class="govuk-heading-m">Sent back by the meeting that confirms[\s\S]*The new manager was not heard/,
  )
})

test('the document leaves as PDF, workbook and CSV, each an event of its own', async () => {
  const pdf = await lead.get(`${document}/document.pdf`)
  const bytes = Buffer.from(await pdf.arrayBuffer())
  assert.equal(pdf.headers.get('content-type'), 'application/pdf')
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  assert.match(bytes.toString('latin1'), /pdfuaid/)
  const again = Buffer.from(await (await lead.get(`${document}/document.pdf`)).arrayBuffer())
  assert.ok(again.equals(bytes), 'the same document gives the same bytes')
  const workbook = Buffer.from(await (await lead.get(`${document}/document.xlsx`)).arrayBuffer())
  assert.equal(workbook.subarray(0, 2).toString(), 'PK')
  const csv = await textOf(lead.get(`${document}/document.csv`))
  assert.match(csv, /Service,Before,Decided,Proposed/)
  assert.match(csv, /Sent back,The new manager was not heard/)
  const exports = await plumbline.read(async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from event where kind = 'export.made' and subject_id like '/documents/%'`.execute(
      db(),
    )
    return rows[0]?.count
  })
  assert.equal(exports, 4)
  const assessor = await plumbline.signIn('quality-assessor')
  assert.equal((await assessor.get(`${document}/document.csv`)).status, 403)
})

test('nobody changes a document: the application has no right to', async () => {
  for (const statement of [
    sql`update decision_document set title = 'other'`,
    sql`delete from decision_document`,
    sql`update decision_confirmation set outcome = 'confirmed'`,
  ])
    await assert.rejects(
      plumbline.work(() => statement.execute(db())),
      /permission denied/,
    )
})
