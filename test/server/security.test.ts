/** What every answer carries, what is refused before anything is done, and what nobody learns. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import type { EventKind } from '../../src/server/platform/events/event.ts'
import { isLocal } from '../../src/server/platform/http/answer.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo', { installation: { writesOfPerson: 3, writesOfSource: 20 } })
})
after(() => plumbline.close())

const answers: readonly (readonly [what: string, path: string, status: number])[] = [
  ['a page', '/sign-in', 200],
  ['an asset', '/assets/plumbline.css', 200],
  ['a script of the root', '/visit-worker.js', 200],
  ['a probe', '/health', 200],
  ['a redirect', '/services', 303],
  ['an address that is not there', '/nothing', 404],
  ['an asset that is not there', '/assets/nothing.css', 404],
  ['an address that is too long', `/services?q=${'a'.repeat(5000)}`, 414],
  ['an address of too many words', `/services?${'a=1&'.repeat(200)}`, 414],
]

for (const [what, path, status] of answers)
  test(`${what} has the security headers and a number of its own`, async () => {
    const answer = await plumbline.anyone().get(path)
    assert.equal(answer.status, status)
    const policy = answer.headers.get('content-security-policy') ?? ''
    for (const directive of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      assert.ok(policy.includes(directive), directive)
    assert.doesNotMatch(policy, /unsafe|\*|http/)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'same-origin')
    assert.equal(answer.headers.get('cross-origin-opener-policy'), 'same-origin')
    assert.equal(answer.headers.get('referrer-policy'), 'same-origin')
    assert.equal(answer.headers.get('x-robots-tag'), 'noindex, nofollow')
    assert.equal(answer.headers.get('access-control-allow-origin'), null)
    assert.match(answer.headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/)
    // Over plain HTTP it would promise what nobody set up.
    assert.equal(answer.headers.get('strict-transport-security'), null)
  })

test('an installation that people reach by https tells browsers never to come without it', async () => {
  const secure = await testApp('demo', { installation: { secure: true } })
  try {
    for (const path of ['/sign-in', '/nothing', '/assets/plumbline.css']) {
      const told = (await secure.anyone().get(path)).headers.get('strict-transport-security')
      assert.equal(told, 'max-age=63072000; includeSubDomains')
    }
  } finally {
    await secure.close()
  }
})

const addresses: readonly (readonly [address: string, local: boolean])[] = [
  ['/', true],
  ['/services?q=rowan%20house&page=2', true],
  ['/visits/1#answers', true],
  // A browser does not decode a path before it goes there.
  ['/%5cevil.example', true],
  ['//evil.example', false],
  ['///evil.example', false],
  ['/\\evil.example', false],
  ['\\\\evil.example', false],
  ['/\t/evil.example', false],
  ['/\n/evil.example', false],
  ['\t//evil.example', false],
  ['/services\r\nset-cookie: a=b', false],
  ['/a\u0000', false],
  ['/\u2028/evil.example', false],
  ['https://evil.example', false],
  ['javascript:alert(1)', false],
  ['evil.example', false],
  ['', false],
]

for (const [address, local] of addresses)
  test(`after signing in one ${local ? 'goes' : 'does not go'} to ${JSON.stringify(address)}`, async () => {
    assert.equal(isLocal(address), local)
    const answer = await plumbline
      .anyone({ source: `192.0.2.${addresses.findIndex(([one]) => one === address)}` })
      .post('/sign-in', { person: idOf('tobias'), 'return-to': address })
    // The person of the demonstration may have sent too much by now: a wait leads nowhere either.
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), local ? address : '/')
  })

test('the number of an answer is that of its event, and of nobody’s choosing', async () => {
  const brought = '11111111-1111-1111-1111-111111111111'
  const anyone = plumbline.anyone({ source: '192.0.2.200', headers: { 'x-request-id': brought } })
  const isOf = async (answer: Response, kind: EventKind) => {
    const number = answer.headers.get('x-request-id')
    assert.notEqual(number, brought)
    const events = await plumbline.read(() =>
      db()
        .selectFrom('event')
        .leftJoin('event_origin', 'event_id', 'event.id')
        .where('request_id', '=', number)
        .select(['kind', 'address'])
        .orderBy('event.id')
        .execute(),
    )
    assert.deepEqual(events[0], { kind, address: '192.0.2.200' })
  }
  // Also where nobody is signed in: who tries passwords is looked for by where it came from.
  await isOf(
    await anyone.post('/sign-in/password', { email: 'a@b.example', password: 'c' }),
    'sign-in.failed',
  )
  await anyone.post('/sign-in', { person: idOf('caspian'), 'return-to': '/' })
  const concern = {
    id: randomUUID(),
    'occurred-day': '20',
    'occurred-month': '11',
    'occurred-year': '2026',
    risk: 'no',
  }
  await isOf(
    await anyone.post(`/services/${idOf('rowan-house')}/intelligence/new`, concern),
    'intelligence.recorded',
  )
})

test('an error tells a reference, and nothing of what happened inside', async () => {
  const person = await plumbline.signIn('contract-lead')
  const { kysely } = plumbline.opened.ground
  const broken = Object.assign(plumbline.opened.ground, { kysely: null })
  const answer = await person.get('/services')
  Object.assign(broken, { kysely })
  assert.equal(answer.status, 500)
  const page = await answer.text()
  const reference = answer.headers.get('x-request-id')?.slice(0, 8) ?? ''
  assert.ok(page.includes(reference))
  assert.doesNotMatch(page, /TypeError|\.ts|null|at \w+ \(/)
  assert.ok(plumbline.said.some((line) => line.includes(`Unexpected (${reference}): TypeError`)))
})

test('who sends more forms than anyone types waits a minute, and others do not', async () => {
  const ottilie = await plumbline.signIn('operational-lead')
  const send = (by: Person) => by.post('/alerts/done', {})
  for (let sent = 0; sent < 3; sent += 1) assert.notEqual((await send(ottilie)).status, 429)
  const refused = await send(ottilie)
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get('retry-after'), '60')
  assert.match(await refused.text(), /Wait a minute, go back to the form, and send it again/)
  assert.equal((await ottilie.get('/services')).status, 200)
  assert.notEqual((await send(await plumbline.signIn('contract-lead'))).status, 429)
  plumbline.clock.advance(60_000)
  assert.notEqual((await send(ottilie)).status, 429)
})

test('who is not signed in is counted by the source, and one source does not slow another', async () => {
  const from = (source: string) => plumbline.anyone({ source }).post('/forgotten-password', { email: 'x' })
  for (let sent = 0; sent < 20; sent += 1) assert.equal((await from('198.51.100.7')).status, 422)
  assert.equal((await from('198.51.100.7')).status, 429)
  assert.equal((await from('198.51.100.8')).status, 422)
})

test('programs find where to report a weakness, where the installation names somebody', async () => {
  assert.equal((await plumbline.anyone().get('/.well-known/security.txt')).status, 404)
  const named = await testApp('empty', {
    installation: { securityContact: 'mailto:security@northfold.example' },
  })
  try {
    const answer = await named.anyone().get('/.well-known/security.txt')
    assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8')
    const text = await answer.text()
    assert.match(text, /^Contact: mailto:security@northfold\.example$/m)
    assert.match(text, /^Expires: 20\d\d-\d\d-\d\dT[\d:.]+Z$/m)
  } finally {
    await named.close()
  }
})

test('no search engine is invited, but to the public register', async () => {
  assert.equal(
    await (await plumbline.anyone().get('/robots.txt')).text(),
    'User-agent: *\nAllow: /register\nDisallow: /\n',
  )
})

test('a download is a file, and a browser does not guess what it is', async () => {
  const auditor = await plumbline.signIn('auditor')
  const answer = await auditor.get('/audit/trail.csv?of=events')
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="[\w.-]+"$/)
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
})
