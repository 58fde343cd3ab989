/** Two people decide ratings at a session: choices, agreement, and what takes effect (W3.4, W3.25, WA1). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let lead: Person
let manager: Person
let session: string
before(async () => {
  plumbline = await testApp()
  lead = await plumbline.signIn('operational-lead')
  manager = await plumbline.signIn('quality-improvement-manager')
})
after(() => plumbline.close())

const textOf = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text()
const rowan = idOf('rowan-house')

test('a session is opened once, and who may not decide opens none', async () => {
  const form = { id: randomUUID(), meeting: 'weekly-decision' }
  const opened = await lead.post('/decisions/open', form)
  const address = opened.headers.get('location') ?? ''
  session = address.split('?')[0] ?? ''
  assert.match(session, /^\/decisions\/[0-9a-f-]{36}$/)
  const second = await manager.post('/decisions/open', { ...form, id: randomUUID() })
  assert.equal(second.headers.get('location')?.split('?')[0], session)
  const assessor = await plumbline.signIn('quality-assessor')
  assert.equal((await assessor.post('/decisions/open', form)).status, 403)
})

const seenIn = (page: string, service: string): string =>
  new RegExp(`name="seen-${service}" value="([^"]+)"`).exec(page)?.[1] ?? 'not there'

const sent = async (person: Person, service: string, band: string, note = '') => ({
  form: randomUUID(),
  do: 'save',
  row: service,
  [`seen-${service}`]: seenIn(await textOf(person.get(session)), service),
  [`band-${service}`]: band,
  [`note-${service}`]: note,
})

test('what one chose waits for the other; when both chose alike it takes effect at once', async () => {
  const service = `/services/${rowan}`
  await lead.post(`${session}/choices`, await sent(lead, rowan, 'amber'))
  assert.match(await textOf(manager.get(session)), /Ottilie Brandt chose Amber/)
  assert.doesNotMatch(await textOf(lead.get(service)), /Decided Amber/)
  const answer = await manager.post(`${session}/choices`, await sent(manager, rowan, 'amber'))
  assert.match(answer.headers.get('location') ?? '', /done=choices-saved/)
  assert.match(
    await textOf(lead.get(service)),
    /Decided Amber on 21 November 2026 by Ottilie Brandt and Rufus Okoro/,
  )
})
