/** The log of a live installation: one line of JSON a request, and nothing of anybody in it. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { openLog } from '../../src/server/platform/log/log.ts'
import { masked } from '../../src/server/platform/log/masked.ts'
import { goodPassword } from '../support/accounts.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp()
})
after(() => plumbline.close())

const lines = () => plumbline.logged.map((line) => JSON.parse(line))
const service = idOf('rowan-house')

test('a request is one line: when, its number, the route’s pattern, what came of it, and acting as what', async () => {
  const tobias = await plumbline.signIn('contract-lead')
  const answer = await tobias.get(`/services/${service}?as-at=2026-01-01`)
  const line = lines().at(-1)
  assert.deepEqual(
    { ...line, milliseconds: 0 },
    {
      time: plumbline.clock.now,
      kind: 'request',
      request: answer.headers.get('x-request-id'),
      method: 'GET',
      route: '/services/:service',
      status: 200,
      milliseconds: 0,
      actsAs: 'contract-lead',
    },
  )
  assert.ok(line.milliseconds >= 0)
})

const others: readonly (readonly [path: string, route: string | null, status: number])[] = [
  ['/health', '/health', 200],
  ['/assets/plumbline.css', '/assets/*', 200],
  ['/nothing/at/all?name=Ada', null, 404],
  [`/services?q=${'a'.repeat(5000)}`, '/services', 414],
]

for (const [path, route, status] of others)
  test(`the line of ${path.slice(0, 40)} names ${route ?? 'no route'}`, async () => {
    await plumbline.anyone().get(path)
    const line = lines().at(-1)
    assert.deepEqual([line.route, line.status, line.actsAs], [route, status, null])
  })

test('nothing of who signed in, what was searched, typed or shown stands in the log', async () => {
  const from = plumbline.logged.length
  const tobias = plumbline.anyone({ source: '203.0.113.77', headers: { 'user-agent': 'Ottoline/7' } })
  await tobias.post('/sign-in/password', { email: 'ada.birch@eastmarch.example', password: goodPassword })
  await tobias.get('/new-password/a-secret-token-that-nobody-may-read-in-the-log')
  await tobias.post('/sign-in', { person: idOf('tobias'), 'return-to': '/services?q=Zebedee' })
  await tobias.get('/services?q=Zebedee')
  const summary = 'Zebedee Quorn was left alone'
  const form = { id: randomUUID(), reference: 'QX-4471', summary, risk: 'no' }
  const filled = await tobias.post(`/services/${service}/intelligence/new`, form)
  assert.match(await filled.text(), /Zebedee/)
  const log = plumbline.logged.slice(from).join('\n')
  assert.equal(plumbline.logged.length - from, 5)
  const secrets = [
    ...tobias.cookies.values(),
    goodPassword,
    'ada.birch',
    'secret-token',
    '203.0.113.77',
    'Ottoline',
  ]
  for (const told of [...secrets, 'Zebedee', 'Quorn', 'QX-4471', service, idOf('tobias'), 'Tobias'])
    assert.ok(!log.includes(told), told)
})

test('what is said is a line as well, and cannot break out of it', () => {
  const written: string[] = []
  const log = openLog(
    'json',
    (line) => void written.push(line),
    () => plumbline.clock.now,
  )
  log.say('Job mail.send failed:\n{"kind":"request","status":200}')
  assert.equal(written.length, 1)
  assert.doesNotMatch(written[0] ?? '', /\n/)
  assert.deepEqual(JSON.parse(written[0] ?? ''), {
    time: plumbline.clock.now,
    kind: 'said',
    text: 'Job mail.send failed:\n{"kind":"request","status":200}',
  })
})

test('as text, requests are not told: they would bury what is said', () => {
  const written: string[] = []
  const log = openLog(
    'text',
    (line) => void written.push(line),
    () => plumbline.clock.now,
  )
  const line = { request: 'a', method: 'GET', route: '/', status: 200, milliseconds: 1, actsAs: null }
  log.request(line)
  log.say('Plumbline is ready')
  assert.deepEqual(written, ['Plumbline is ready'])
})

const token = 'kJ3_bX-9'.repeat(6)

const told: readonly (readonly [text: string, log: string])[] = [
  ['550 5.1.1 <ada.birch@northfold.example>: unknown', '550 5.1.1 <(email)>: unknown'],
  ['connect to postgres://owner:sesame@db:5432/x failed', 'connect to postgres://…@db:5432/x failed'],
  ['invalid input syntax for type uuid: "Ada Birch"', 'invalid input syntax for type uuid: (value)'],
  ['Unexpected token \'A\', "Ada Birch" is not valid JSON', 'It is not JSON'],
  [`the link /invitation/${token} has ended`, 'the link /invitation/(secret) has ended'],
  ['column "summary" does not exist', 'column "summary" does not exist'],
  ['Plumbline is ready: http://127.0.0.1:3000  (live)', 'Plumbline is ready: http://127.0.0.1:3000  (live)'],
]

for (const [text, log] of told)
  test(`the log has: ${log}`, () => {
    assert.equal(masked(text), log)
  })
