import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson } from '../../src/server/people/commands.ts'
import { routes as peopleRoutes } from '../../src/server/people/routes.ts'
import type { Ground } from '../../src/server/platform/database/unit-of-work.ts'
import { createApp } from '../../src/server/platform/http/app.ts'
import { routes } from '../../src/visit/server/routes.ts'
import { addCouncilWithVisit, asCouncil, openTestDatabase } from './database.ts'
import { rowanHouse } from './rowan-house.ts'

let ground: Ground
let close: () => Promise<void>
before(async () => {
  const opened = await openTestDatabase()
  ground = opened.ground
  close = opened.close
})
after(() => close?.())

/** The real application with a signed-in person, and a visit of that person's council. */
const signedIn = async (role: 'quality-assessor' | 'contract-lead') => {
  const { authority, id } = await addCouncilWithVisit(ground)
  const person = crypto.randomUUID()
  const added = { id: person, name: 'Ann Other', invented: true, authority, role }
  await asCouncil(ground, authority, () => addPerson(added))
  const app = createApp(ground, [...peopleRoutes, ...routes], () => {})
  const origin = 'http://localhost'
  const entered = await app.request('/sign-in', {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ person, 'return-to': '/' }),
  })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  return (path: string, body?: string | URLSearchParams, type?: string) =>
    app.request(path.replace(':visit', id), {
      headers: { cookie, origin, ...(type && { 'content-type': type }) },
      ...(body && { method: 'POST', body }),
    })
}

const question = `/visits/:visit/questions/${rowanHouse.questions[0]?.id}`
const form = () => new URLSearchParams({ answer: crypto.randomUUID(), grade: 'Good', note: 'seen' })

test('the visit is listed, answered, packed by name and handed back in the real application', async () => {
  const ask = await signedIn('quality-assessor')
  assert.match(await (await ask('/visits')).text(), /Rowan House/)
  assert.equal((await ask(question, form())).status, 303)
  assert.match(await (await ask(question)).text(), /Saved 08:00/)
  const device = crypto.randomUUID()
  const packed = await ask('/visits/:visit/pack', JSON.stringify({ device }), 'application/json')
  assert.match(packed.headers.get('content-security-policy') ?? '', /default-src 'self'/)
  assert.match(await packed.text(), /"holder":"Ann Other"/)
  const refused = await ask(question, new URLSearchParams({ grade: 'Poor', note: 'not lost' }))
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /not lost/)
  const body = JSON.stringify({ device, answers: [] })
  assert.equal((await ask('/visits/:visit/hand-back', body, 'application/json')).status, 200)
  assert.equal((await ask(question, new URLSearchParams({ grade: 'Poor', note: '' }))).status, 303)
})

test('who may not carry out a visit reads it, and is refused the rest', async () => {
  const ask = await signedIn('contract-lead')
  assert.doesNotMatch(await (await ask('/visits/:visit')).text(), /data-pack/)
  assert.doesNotMatch(await (await ask(question)).text(), /<textarea/)
  assert.equal((await ask(question, form())).status, 403)
  const device = JSON.stringify({ device: crypto.randomUUID() })
  assert.equal((await ask('/visits/:visit/pack', device, 'application/json')).status, 403)
})

test('the worker is a script that any page may start', async () => {
  const ask = await signedIn('contract-lead')
  const worker = await ask('/visit-worker.js')
  assert.match(worker.headers.get('content-type') ?? '', /javascript/)
})

test('an error inside the routes is an error of the application, which commits nothing', async () => {
  const [one, other] = [await signedIn('quality-assessor'), await signedIn('quality-assessor')]
  const sameId = form()
  assert.equal((await one(question, sameId)).status, 303)
  const failed = await other(question, sameId)
  assert.equal(failed.status, 500)
  assert.match(await failed.text(), /Nothing of this step was saved/)
})
