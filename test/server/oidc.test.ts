/** Signing in by the council's identity provider, against a real one on this machine. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { rolesOfSide } from '../../src/core/people/roles.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { disableAccount } from '../../src/server/people/commands/accounts.ts'
import { accountByEmail } from '../../src/server/people/queries/account.ts'
import { personOf } from '../../src/server/people/queries/people.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import type { OidcSettings } from '../../src/server/platform/oidc-settings.ts'
import { council, isIn, mailTo, provider as providerAccount } from '../support/accounts.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'
import { type AtProvider, type IdentityProvider, identityProvider } from '../support/identity-provider.ts'

let plumbline: TestApp
let provider: IdentityProvider

const settings = (): OidcSettings => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  rolesClaim: 'roles',
  roles: {
    ...Object.fromEntries(rolesOfSide('council').map((role) => [role, role])),
    'Quality-Leads': 'contract-lead',
  },
  authority: 'eastmarch',
  exclusive: false,
})

before(async () => {
  provider = await identityProvider('http://plumbline.test/sign-in/oidc/return')
  plumbline = await testApp('demo', { mode: 'live', workers: true, installation: { oidc: settings() } })
})
after(async () => {
  await plumbline.close()
  await provider.close()
})

const somebody = (sub: string, roles: readonly string[], more: AtProvider['claims'] = {}): AtProvider => ({
  sub,
  claims: { name: `${sub} Quill`, email: `${sub}@eastmarch.example`, email_verified: true, roles, ...more },
})

/** Leaves for the provider. Returns the address there. */
const leave = async (browser: Person, path = '/sign-in/oidc'): Promise<string> => {
  const answer = await browser.get(path)
  assert.equal(answer.status, 303, await answer.clone().text())
  return answer.headers.get('location') ?? ''
}

/** Goes there and back. */
const signIn = async (who: AtProvider, browser: Person = plumbline.anyone(), path?: string) =>
  browser.get(await provider.visit(await leave(browser, path), who))

const personCalled = (sub: string) =>
  plumbline.read(async () => {
    const account = await accountByEmail(`${sub}@eastmarch.example`)
    return account === null ? null : personOf('eastmarch', account.person.id)
  })

const failures = () =>
  plumbline.read(async () => {
    const rows = await db()
      .selectFrom('event')
      .innerJoin('event_payload', 'event_payload.event_id', 'event.id')
      .where('kind', '=', 'sign-in.failed')
      .orderBy('event.id')
      .select('payload')
      .execute()
    return rows.map(({ payload }) => (JSON.parse(payload ?? '{}') as { reason: string }).reason)
  })

/** A refusal is a page with a next step, nobody is in, and the trail says why. */
const refused = async (answer: Response, browser: Person, status: number, says: RegExp, reason: string) => {
  const page = await answer.text()
  assert.equal(answer.status, status, page)
  assert.match(page, says)
  assert.match(page, /Sign in again/)
  assert.equal(await isIn(browser), false)
  assert.equal((await failures()).at(-1), reason)
}

test('who comes with a role is added, signed in with two factors, and led on', async () => {
  const browser = plumbline.anyone()
  assert.match(
    await (await browser.get('/sign-in?return-to=%2Fwork')).text(),
    /href="\/sign-in\/oidc\?return-to=%2Fwork"/,
  )
  const address = new URL(await leave(browser, '/sign-in/oidc?return-to=/services'))
  assert.equal(address.searchParams.get('code_challenge_method'), 'S256')
  for (const name of ['state', 'nonce', 'code_challenge'])
    assert.ok((address.searchParams.get(name) ?? '').length >= 43, name)
  const answer = await browser.get(
    await provider.visit(address.href, somebody('wren', ['Quality-Leads', 'auditor', 'Something-Else'])),
  )
  assert.equal(answer.headers.get('location'), '/services', await answer.text())
  assert.ok(await isIn(browser))
  const person = await personCalled('wren')
  assert.deepEqual(person?.roles, ['auditor', 'contract-lead'])
  assert.equal(person?.name, 'wren Quill')
  assert.equal(person?.standing, 'active')
  const session = await plumbline.read(() =>
    db()
      .selectFrom('session')
      .select(['method', 'strength', 'authority_id'])
      .where('person_id', '=', person?.id ?? '')
      .executeTakeFirstOrThrow(),
  )
  assert.deepEqual(session, { method: 'oidc', strength: 'two-factors', authority_id: 'eastmarch' })
})

test('roles are those of the claim at each sign-in, and the trail says what changed', async () => {
  const first = plumbline.anyone()
  await signIn(somebody('heron', ['contract-lead', 'auditor']), first)
  assert.equal((await signIn(somebody('heron', ['auditor', 'director']))).status, 303)
  const person = await personCalled('heron')
  assert.deepEqual(person?.roles, ['auditor', 'director'])
  assert.equal(await isIn(first), false, 'a session with the roles of before ends')
  const kinds = await plumbline.read(() =>
    db()
      .selectFrom('event')
      .select('kind')
      .where('subject_id', '=', person?.id ?? '')
      .orderBy('id')
      .execute(),
  )
  assert.deepEqual(
    kinds.map(({ kind }) => kind),
    ['role.given', 'role.given', 'session.started', 'role.given', 'role.taken', 'session.started'],
  )
})

test('without a known role nobody is added, and whoever had roles has none any more', async () => {
  const browser = plumbline.anyone()
  const stranger = somebody('stranger', ['registered-manager', 'Something-Else'])
  await refused(await signIn(stranger, browser), browser, 403, /no role in Plumbline/, 'no-role')
  assert.equal(await personCalled('stranger'), null)
  const before = plumbline.anyone()
  await signIn(somebody('leaver', ['auditor']), before)
  assert.ok(await isIn(before))
  await refused(await signIn(somebody('leaver', []), browser), browser, 403, /no role/, 'no-role')
  assert.equal(await isIn(before), false)
})

test('a local account of the council is found by a verified address, and by no other', async () => {
  const account = await council(plumbline, 'finch@eastmarch.example', 'auditor')
  const browser = plumbline.anyone()
  const unverified = somebody('finch', ['auditor'], { email_verified: false })
  await refused(await signIn(unverified, browser), browser, 409, /already an account/, 'other-account')
  assert.equal((await signIn(somebody('finch', ['director']), browser)).status, 303)
  assert.deepEqual((await personCalled('finch'))?.id, account.id)
  assert.equal(
    (await signIn({ ...unverified, claims: { ...unverified.claims, email: 'new@x.example' } })).status,
    303,
  )
})

test('an account of a provider’s person is never taken over', async () => {
  await providerAccount(plumbline, 'manager@eastmarch.example', idOf('rowan-house'))
  const browser = plumbline.anyone()
  const taken = await signIn(somebody('manager', ['administrator']), browser)
  await refused(taken, browser, 409, /already an account/, 'other-account')
})

test('a disabled account is refused', async () => {
  await signIn(somebody('plover', ['auditor']))
  const id = (await personCalled('plover'))?.id ?? ''
  await plumbline.work(() => disableAccount(id, 'eastmarch'))
  const browser = plumbline.anyone()
  const answer = await signIn(somebody('plover', ['auditor']), browser)
  await refused(answer, browser, 403, /account in Plumbline is disabled/, 'disabled')
})

test('an answer with another state, without a cookie, too late or for a second time is refused', async () => {
  const who = somebody('swift', ['auditor'])
  const browser = plumbline.anyone()
  const back = await provider.visit(await leave(browser), who)
  const forged = back.replace(/state=[^&]+/, 'state=forged')
  await refused(await browser.get(forged), browser, 400, /another sign-in/, 'state')

  const other = plumbline.anyone()
  const stolen = await provider.visit(await leave(browser), who)
  await refused(await other.get(stolen), other, 410, /longer than ten minutes/, 'ended')
  await leave(other)
  await refused(await other.get(stolen), other, 400, /another sign-in/, 'state')

  const late = await provider.visit(await leave(browser), who)
  plumbline.clock.advance(10 * 60_000 + 1)
  await refused(await browser.get(late), browser, 410, /longer than ten minutes/, 'ended')

  const once = await provider.visit(await leave(browser), who)
  const cookies = new Map(browser.cookies)
  assert.equal((await browser.get(once)).status, 303)
  const thief = plumbline.anyone({ cookies })
  await refused(await thief.get(once), thief, 410, /used already/, 'ended')
})

test('a code of another question, a wrong nonce and a made-up code are refused', async () => {
  const who = somebody('dunlin', ['auditor'])
  const browser = plumbline.anyone()
  const wrongNonce = new URL(await leave(browser))
  wrongNonce.searchParams.set('nonce', 'another')
  const answer = await browser.get(await provider.visit(wrongNonce.href, who))
  await refused(answer, browser, 502, /could not be used/, 'token')

  const first = new URL(await provider.visit(await leave(browser), who), 'http://plumbline.test')
  const second = new URL(await provider.visit(await leave(browser), who), 'http://plumbline.test')
  second.searchParams.set('code', first.searchParams.get('code') ?? '')
  const swapped = await browser.get(second.pathname + second.search)
  await refused(swapped, browser, 502, /could not be used/, 'token')
  assert.equal(await personCalled('dunlin'), null)
})

test('who stops at the provider is told so', async () => {
  const browser = plumbline.anyone()
  const answer = await signIn({ ...somebody('knot', ['auditor']), stops: true }, browser)
  await refused(answer, browser, 403, /did not let you through/, 'denied')
})

test('one is led back to this site only', async () => {
  for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    const path = `/sign-in/oidc?return-to=${encodeURIComponent(elsewhere)}`
    const answer = await signIn(somebody('teal', ['auditor']), plumbline.anyone(), path)
    assert.equal(answer.headers.get('location'), '/')
  }
})

test('who signs in by the provider gets no password by mail', async () => {
  await signIn(somebody('crake', ['auditor']))
  const local = await council(plumbline, 'rail@eastmarch.example', 'auditor')
  for (const email of ['crake@eastmarch.example', local.email])
    await plumbline.anyone().post('/forgotten-password', { email })
  await eventually(
    'the mail of the local account',
    async () => (await mailTo(plumbline, local.email)).length === 2,
  )
  assert.deepEqual(await mailTo(plumbline, 'crake@eastmarch.example'), [])
})

test('neither log nor trail holds a secret, a code or a token', async () => {
  const browser = plumbline.anyone()
  const back = await provider.visit(await leave(browser), somebody('smew', ['auditor']))
  await browser.get(back)
  const code = new URL(back, 'http://plumbline.test').searchParams.get('code') ?? 'none'
  const payloads = await plumbline.read(() => db().selectFrom('event_payload').select('payload').execute())
  const all = [...plumbline.said, ...payloads.map(({ payload }) => payload ?? '')].join('\n')
  for (const secret of [code, provider.clientSecret, 'eyJ']) assert.ok(!all.includes(secret))
})

test('where the provider is down, or none is set, a page says so', async () => {
  const gone = await identityProvider('http://plumbline.test/sign-in/oidc/return')
  await gone.close()
  const down = await testApp('demo', {
    mode: 'live',
    installation: { oidc: { ...settings(), issuer: gone.issuer } },
  })
  const none = await testApp('demo', { mode: 'live' })
  try {
    const answer = await down.anyone().get('/sign-in/oidc')
    assert.equal(answer.status, 503)
    assert.match(await answer.text(), /does not answer/)
    assert.equal((await none.anyone().get('/sign-in/oidc')).status, 404)
    assert.doesNotMatch(await (await none.anyone().get('/sign-in')).text(), /council account/)
  } finally {
    await down.close()
    await none.close()
  }
})
