/** What staff record, see and correct of a service: forms, the list, each item with its versions (W2.5, W3.1, X3). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
})
after(() => plumbline.close())

const service = idOf('quillan-mews')
const address = `/services/${service}/intelligence`

const form = (id: string, fields: Readonly<Record<string, string>> = {}) => ({
  id,
  kind: 'section-42',
  category: 'safeguarding',
  'occurred-day': '18',
  'occurred-month': '11',
  'occurred-year': '2026',
  source: 'health-professional',
  route: 'to-authority',
  reference: 'S42-77',
  summary: 'A lift was out of order.',
  risk: 'no',
  ...fields,
})

const textOf = async (answer: Response | Promise<Response>) => (await answer).text()

test('an item is recorded with everything the policy lists, and shows on the list and its page', async () => {
  const person = await plumbline.signIn('contract-lead')
  const id = randomUUID()
  const answer = await person.post(`${address}/new`, form(id))
  assert.equal(answer.headers.get('location'), `/services/${service}?done=intelligence-recorded`)
  const list = await textOf(person.get(`${address}?kind=section-42`))
  assert.match(list, /Section 42 enquiry/)
  assert.match(list, /S42-77/)
  assert.match(list, /Health professional/)
  const page = await textOf(person.get(`${address}/${id}`))
  for (const words of [
    'Safety and safeguarding',
    'To the council first',
    '18 November 2026',
    'The first version',
  ])
    assert.ok(page.includes(words), words)
})

test('how it ended is added by form: a version that says what changed and who wrote it', async () => {
  const person = await plumbline.signIn('contract-lead')
  const id = randomUUID()
  await person.post(`${address}/new`, form(id))
  const open = await textOf(person.get(`${address}?open=yes`))
  assert.ok(open.includes(id))
  const shown = await textOf(person.get(`${address}/${id}/correct`))
  assert.match(shown, /value="S42-77"/)
  const end = {
    version: '1',
    outcome: 'substantiated',
    'ended-day': '20',
    'ended-month': '11',
    'ended-year': '2026',
    progressed: 'yes',
  }
  const answer = await person.post(`${address}/${id}/correct`, { ...form(id), ...end })
  assert.equal(answer.headers.get('location'), `${address}/${id}?done=intelligence-corrected`)
  const page = await textOf(person.get(`${address}/${id}`))
  assert.match(page, /Outcome: from nothing to Substantiated/)
  assert.match(page, /Met the section 42 duty: from nothing to Yes/)
  assert.match(page, /Corrected/)
  assert.ok(!(await textOf(person.get(`${address}?open=yes`))).includes(id))
  // Whoever still has the form of before is told, and nothing is overwritten.
  const late = await person.post(`${address}/${id}/correct`, { ...form(id), version: '1' })
  assert.equal(late.status, 409)
  const same = await person.post(`${address}/${id}/correct`, { ...form(id), ...end, version: '2' })
  assert.equal(same.headers.get('location'), `${address}/${id}?done=intelligence-unchanged`)
})

test('a correction that fails comes back filled in', async () => {
  const person = await plumbline.signIn('contract-lead')
  const id = randomUUID()
  await person.post(`${address}/new`, form(id))
  const answer = await person.post(`${address}/${id}/correct`, {
    ...form(id),
    version: '1',
    outcome: 'substantiated',
    summary: 'A lift, again <out>.',
  })
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /Enter the day on which it ended/)
  assert.match(page, /A lift, again &lt;out&gt;\./)
})

test('an NHS number is refused, and a name is asked about', async () => {
  const person = await plumbline.signIn('contract-lead')
  const refused = await person.post(`${address}/new`, form(randomUUID(), { summary: 'About 943 476 5919' }))
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Take out an NHS number/)
  const asked = await person.post(`${address}/new`, form(randomUUID(), { summary: 'Mr Hill was away.' }))
  assert.equal(asked.status, 422)
  assert.match(await asked.text(), /name="sure"/)
  const sure = form(randomUUID(), { summary: 'Mr Hill was away.', sure: 'yes' })
  assert.equal((await person.post(`${address}/new`, sure)).status, 303)
})

test('an item is shown under its own service only, and to those who may see intelligence', async () => {
  const person = await plumbline.signIn('contract-lead')
  const id = randomUUID()
  await person.post(`${address}/new`, form(id))
  assert.equal((await person.get(`/services/${idOf('sallow-court')}/intelligence/${id}`)).status, 404)
  const worker = await plumbline.signIn('social-worker')
  assert.equal((await worker.get(`${address}/${id}`)).status, 403)
  assert.equal((await worker.get(address)).status, 403)
  const manager = await plumbline.signIn('registered-manager')
  assert.equal((await manager.get(`${address}/${id}`)).status, 403)
})
