import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { instant } from '../../src/core/kit/days.ts'
import { html } from '../../src/ui/html.ts'
import type { PageParts } from '../../src/visit/frame.ts'
import type { Pack } from '../../src/visit/handover.ts'
import { visitRoutes } from '../../src/visit/routes.ts'
import { handoverRoutes } from '../../src/visit/server/handover-routes.ts'
import { packForm } from '../../src/visit/server/pack-form.ts'
import { memoryStore } from './memory-store.ts'
import { rowanHouse } from './rowan-house.ts'

const visit = `/visits/${rowanHouse.id}`
const question = `${visit}/questions/${rowanHouse.questions[0]?.id}`

const server = () => {
  const store = memoryStore([rowanHouse])
  const page = ({ title, body }: PageParts) => html`<title>${title}</title>${body}`
  const now = () => instant('2026-11-23T10:42:00Z')
  const app = new Hono()
  app.route('/', visitRoutes({ store, page, now, mayRecord: () => true, handover: packForm }))
  app.route('/', handoverRoutes({ store, page, now, holder: () => 'Ann' }))
  const answers = async () => (await store.loadVisit(rowanHouse.id))?.answers ?? []
  return { app, answers }
}

type App = ReturnType<typeof server>['app']

const save = (app: App, fields: Readonly<Record<string, string>>) =>
  app.request(question, { method: 'POST', body: new URLSearchParams(fields) })

const send = (app: App, path: string, body: unknown, type = 'application/json') =>
  app.request(visit + path, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) })

test('a saved answer is shown after a redirect, with its time', async () => {
  const { app } = server()
  const saved = await save(app, { answer: crypto.randomUUID(), grade: 'Good', note: 'Two lines:\r\n"&<b>' })
  assert.equal(saved.status, 303)
  const shown = await (await app.request(saved.headers.get('location') ?? '')).text()
  assert.match(shown, /Saved 10:42/)
  assert.match(shown, /Two lines:\n&quot;&amp;&lt;b&gt;<\/textarea>/)
})

test('a form that is sent twice records once; the same form with other words records again', async () => {
  const { app, answers } = server()
  const form = { answer: crypto.randomUUID(), grade: 'Good', note: 'a\r\nb' }
  await save(app, form)
  await save(app, form)
  assert.equal((await answers()).length, 1)
  await save(app, { ...form, note: 'the back button was used' })
  await save(app, form)
  assert.deepEqual(
    (await answers()).map(({ note }) => note),
    ['a\nb', 'the back button was used', 'a\nb'],
  )
  assert.equal(new Set((await answers()).map(({ id }) => id)).size, 3)
})

test('without a grade nothing is recorded, and the note comes back', async () => {
  const { app, answers } = server()
  const refused = await save(app, { answer: crypto.randomUUID(), note: 'typed with cold hands' })
  assert.equal(refused.status, 422)
  const shown = await refused.text()
  assert.match(shown, /<title>Error: /)
  assert.match(shown, /href="#grade"/)
  assert.match(shown, /typed with cold hands/)
  assert.deepEqual(await answers(), [])
})

test('what is not there is a 404 that says what to do', async () => {
  const { app } = server()
  assert.equal((await app.request(`/visits/${crypto.randomUUID()}`)).status, 404)
  const other = await app.request(`${visit}/questions/none`)
  assert.equal(other.status, 404)
  assert.match(await other.text(), /Go back to the visit/)
})

test('the layout that is packed has its gaps, and the pack says who holds the visit', async () => {
  const { app } = server()
  const device = crypto.randomUUID()
  const pack = (await (await send(app, '/pack', { device })).json()) as Pack
  assert.match(pack.frame, /^<title>plumbline-title-goes-here<\/title><!--plumbline-body-goes-here-->$/)
  assert.deepEqual(pack.packing, { holder: 'Ann', deviceId: device, packedAt: '2026-11-23T10:42:00.000Z' })
  assert.equal((await save(app, { grade: 'Good', note: '' })).status, 409)
})

test('a hand back that is sent twice is recorded once', async () => {
  const { app, answers } = server()
  const device = crypto.randomUUID()
  await send(app, '/pack', { device })
  const answer = {
    id: crypto.randomUUID(),
    questionId: rowanHouse.questions[0]?.id,
    grade: 'Poor',
    note: '',
    recordedAt: '2026-11-23T09:00:00.000Z',
  }
  for (const _ of [1, 2])
    assert.deepEqual(await (await send(app, '/hand-back', { device, answers: [answer] })).json(), {
      received: [answer.id],
    })
  assert.deepEqual(await answers(), [answer])
})

test('a hand back pressed twice ends at the visit, and in another browser with words', async () => {
  const { app } = server()
  const press = () => app.request(`${visit}/hand-back`, { method: 'POST', body: new URLSearchParams() })
  assert.equal((await press()).headers.get('location'), visit)
  await send(app, '/pack', { device: crypto.randomUUID() })
  const elsewhere = await press()
  assert.equal(elsewhere.status, 409)
  assert.match(await elsewhere.text(), /with which it was packed/)
})

test('the handover takes JSON only, and only what it understands', async () => {
  const { app } = server()
  const device = crypto.randomUUID()
  for (const path of ['/pack', '/hand-back']) {
    const refused = await send(app, path, { device, answers: [] }, 'text/plain')
    assert.notEqual(refused.status, 200)
    assert.equal((await send(app, path, { device: 'tablet' })).status, 422)
  }
  const strange = { device, answers: [{ grade: 'Splendid' }] }
  const refused = await send(app, '/hand-back', strange)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /could not read/)
})
