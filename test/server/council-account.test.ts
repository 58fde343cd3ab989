/** What a council's identity provider proves, and for whom: a session acts only for the council that vouched for it. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { rolesOfSide } from '../../src/core/people/roles.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import type { OidcSettings } from '../../src/server/platform/oidc-settings.ts'
import { council, goodPassword, invited, isIn, phoneCode, secretOn, signInWith } from '../support/accounts.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'
import { type IdentityProvider, identityProvider } from '../support/identity-provider.ts'
import { addSecondCouncil, farhaven } from '../support/second-council.ts'

let plumbline: TestApp
let provider: IdentityProvider

const settings = (more: Partial<OidcSettings> = {}): OidcSettings => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  rolesClaim: 'roles',
  roles: Object.fromEntries(rolesOfSide('council').map((role) => [role, role])),
  authority: 'eastmarch',
  exclusive: false,
  ...more,
})

before(async () => {
  provider = await identityProvider('http://plumbline.test/sign-in/oidc/return')
  plumbline = await testApp('demo', { mode: 'live', workers: true, installation: { oidc: settings() } })
  await addSecondCouncil(plumbline)
})
after(async () => {
  await plumbline.close()
  await provider.close()
})

const comeByProvider = async (name: string, browser: Person = plumbline.anyone()): Promise<Person> => {
  const left = await browser.get('/sign-in/oidc')
  const back = await provider.visit(left.headers.get('location') ?? '', {
    sub: name,
    claims: { name, email: `${name}@eastmarch.example`, email_verified: true, roles: ['auditor'] },
  })
  assert.equal((await browser.get(back)).status, 303)
  return browser
}

const actFor = (browser: Person, side: string) => browser.post('/acting-for', { side })

const sessionOf = (person: string) =>
  plumbline.read(() =>
    db().selectFrom('session').selectAll().where('person_id', '=', person).executeTakeFirstOrThrow(),
  )

test('who came by one council’s provider does not act for another on it, and is told how to', async () => {
  const browser = await comeByProvider('wren')
  const { path, id } = await invited(plumbline, 'wren@eastmarch.example', 'auditor', null, farhaven)
  assert.match(await (await browser.get('/acting-for')).text(), /Farhaven Council/)
  const refused = await actFor(browser, farhaven.id)
  const page = await refused.text()
  assert.equal(refused.status, 403)
  assert.match(page, /Sign in for Farhaven Council/)
  assert.match(page, /email address and a password/)
  assert.deepEqual((await sessionOf(id)).authority_id, 'eastmarch')
  assert.ok(await isIn(browser))

  await plumbline.work(() =>
    db().updateTable('session').set({ authority_id: farhaven.id }).where('person_id', '=', id).execute(),
  )
  assert.equal(await isIn(browser), false, 'a session that got there all the same is none')

  const local = plumbline.anyone()
  await local.post(path, { password: goodPassword })
  const secret = secretOn(await (await local.get('/sign-in/second-factor')).text())
  await local.post('/sign-in/second-factor', { code: phoneCode(secret, plumbline.clock.now) })
  const here = (await plumbline.read(() =>
    db()
      .selectFrom('session')
      .select(['authority_id', 'proved_for'])
      .where('person_id', '=', id)
      .where('method', '=', 'password')
      .executeTakeFirstOrThrow(),
  )) as object
  assert.deepEqual(here, { authority_id: farhaven.id, proved_for: null })
  const back = await actFor(local, 'eastmarch')
  assert.equal(back.status, 403)
  assert.match(await back.text(), /account that they use at work/)
})

test('an account that was joined keeps its password, which opens the council no more', async () => {
  const account = await council(plumbline, 'finch@eastmarch.example', 'auditor')
  assert.ok(await isIn(account.browser))
  await comeByProvider('finch')
  assert.equal(await isIn(account.browser), false, 'the session of the password has ended')
  const browser = plumbline.anyone()
  const answer = await signInWith(plumbline, account, browser)
  assert.equal(answer.status, 403)
  assert.match(await answer.text(), /Sign in for Eastmarch Council[\s\S]*href="\/sign-in\/oidc"/)
  assert.equal(await isIn(browser), false)
  const wrong = await browser.post('/sign-in/password', {
    email: account.email,
    password: 'another one of three',
  })
  assert.equal(wrong.status, 422, 'and whoever does not know it learns nothing')
})

test('a council may take its own account only, and then no password opens it', async () => {
  const account = await council(plumbline, 'rail@eastmarch.example', 'auditor')
  const only = await testApp('demo', { mode: 'live', installation: { oidc: settings({ exclusive: true }) } })
  try {
    const { path } = await invited(only, 'rail@eastmarch.example', 'auditor')
    const browser = only.anyone()
    const answer = await browser.post(path, { password: goodPassword })
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /Sign in for Eastmarch Council/)
  } finally {
    await only.close()
  }
  assert.ok(await isIn(account.browser), 'where it takes both, a password and a code stay good')
})

test('signing in is in the trail with where it came from', async () => {
  const from = plumbline.anyone({ source: '192.0.2.44' })
  await comeByProvider('heron', from)
  await from.post('/sign-in/password', { email: 'heron@eastmarch.example', password: 'not the right one' })
  const found = await plumbline.read(() =>
    db()
      .selectFrom('event')
      .innerJoin('event_origin', 'event_origin.event_id', 'event.id')
      .where('address', '=', '192.0.2.44')
      .select('kind')
      .orderBy('event.id')
      .execute(),
  )
  const kinds = found.map(({ kind }) => kind)
  assert.ok(kinds.includes('session.started'))
  assert.ok(kinds.includes('sign-in.failed'))
})

test('a provider that is slow to answer holds no connection of the database', async () => {
  const waiting: (() => void)[] = []
  const slow = createServer((_request, response) => void waiting.push(() => response.end('{}'))).listen(0)
  await once(slow, 'listening')
  const address = slow.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const oidc = settings({ issuer: `http://127.0.0.1:${port}` })
  const other = await testApp('demo', { mode: 'live', installation: { oidc } })
  try {
    // More than there are connections.
    const asked = Array.from({ length: 14 }, () => other.anyone().get('/sign-in/oidc'))
    // Less than the five seconds after which one gives up and makes room for the next.
    await eventually('all ask the provider at once', async () => waiting.length === 14, 4)
    assert.equal((await other.anyone().get('/sign-in')).status, 200)
    for (const release of waiting) release()
    for (const answer of await Promise.all(asked)) assert.equal(answer.status, 503)
  } finally {
    await other.close()
    slow.close()
    slow.closeAllConnections()
  }
})

test('leaving for the provider too often in a minute is refused', async () => {
  const installation = { oidc: settings(), writesOfSource: 3 }
  const paced = await testApp('demo', { mode: 'live', installation })
  try {
    const statuses = []
    for (const _ of Array.from({ length: 4 }))
      statuses.push((await paced.anyone({ source: '192.0.2.9' }).get('/sign-in/oidc')).status)
    assert.deepEqual(statuses, [303, 303, 303, 429])
  } finally {
    await paced.close()
  }
})
