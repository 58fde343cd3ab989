/** No state in the process: two servers on one database are one to whoever uses them. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { type Opened, openDatabase } from '../../src/server/open.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { createApp } from '../../src/server/platform/http/app.ts'
import { startWorkers } from '../../src/server/platform/jobs/work.ts'
import { routes, scheduled } from '../../src/server/slices.ts'
import { eventually, personAt, type TestApp, testApp } from '../support/app.ts'

let one: TestApp
let opened: Opened
let other: ReturnType<typeof createApp>
const silent = () => {}
before(async () => {
  one = await testApp('demo', { workers: true })
  const { dataFolder, clock } = one.opened.ground
  opened = await openDatabase(one.address, 'demo', silent, dataFolder, clock)
  await startWorkers(opened.boss, opened.ground, scheduled, silent)
  other = createApp(opened.ground, routes, silent)
})
after(async () => {
  await opened.close()
  await one.close()
})

const rowan = `/services/${idOf('rowan-house')}`
const concern = () => ({
  id: randomUUID(),
  'occurred-day': '20',
  'occurred-month': '11',
  'occurred-year': '2026',
  summary: '',
  reference: '',
  risk: 'no',
})

test('who signed in at one is signed in at the other, sees there what they recorded here, and leaves both', async () => {
  const here = await one.signIn('contract-lead')
  const there = personAt(other, { cookies: here.cookies })
  assert.equal((await here.post(`${rowan}/intelligence/new`, concern())).status, 303)
  assert.match(await (await there.get(`${rowan}/why`)).text(), /Proposed:<\/span> Red/)
  await there.post('/sign-out', {})
  assert.equal((await here.get('/')).status, 303)
})

test('work that a fact makes is done once, whichever of the two takes it', async () => {
  const here = await one.signIn('contract-lead')
  const there = personAt(other, { cookies: here.cookies })
  const items = Array.from({ length: 12 }, concern)
  await Promise.all(
    items.map((item, index) => (index % 2 === 0 ? here : there).post(`${rowan}/intelligence/new`, item)),
  )
  const made = () =>
    one.read(() =>
      db()
        .selectFrom('alert')
        .where(
          'cause',
          'in',
          items.map(({ id }) => id),
        )
        .select('id')
        .execute(),
    )
  await eventually('one task for each concern', async () => (await made()).length >= items.length)
  assert.equal((await made()).length, items.length)
})

test('a server that is stopping says so to who sends it requests; the other goes on', async () => {
  const leaving = createApp(opened.ground, routes, silent, () => true)
  const ready = (app: typeof other) => app.request('http://plumbline.test/ready')
  assert.equal((await ready(leaving)).status, 503)
  assert.deepEqual(await (await ready(leaving)).json(), { ready: false, because: 'stopping' })
  assert.deepEqual(await (await ready(other)).json(), { ready: true })
})
