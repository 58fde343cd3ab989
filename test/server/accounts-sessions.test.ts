/** Sessions, waits after failures, cookies, and what stays secret (ASVS 5.0, 6.3, 7 and 14). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { idOf } from '../../src/server/demo/ids.ts'
import { tidyAccounts } from '../../src/server/people/commands/tidy.ts'
import { inRoom } from '../../src/server/platform/database/room.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import {
  council,
  goodPassword,
  invited,
  isIn,
  linkIn,
  mailTo,
  phoneCode,
  provider,
  signInWith,
} from '../support/accounts.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

const minute = 60_000
let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo', {
    mode: 'live',
    installation: { trustedProxies: ['192.0.2.1'], sessionIdleMinutes: 30 },
  })
})
after(() => plumbline.close())

const attempt = (browser: Person, email: string, password = 'wrong password here') =>
  browser.post('/sign-in/password', { email, password })
const rowan = idOf('rowan-house')

test('guessing is slowed ever more, and not for ever', async () => {
  const { email } = await provider(plumbline, 'guessed@larkfield.example', rowan)
  const attacker = plumbline.anyone({ source: '203.0.113.1' })
  const statuses = []
  for (let tries = 0; tries < 7; tries += 1) statuses.push((await attempt(attacker, email)).status)
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429])
  const right = await attempt(attacker, email, goodPassword)
  assert.equal(right.status, 429, 'not even the right password is looked at')
  assert.match(await right.text(), /Wait a minute, and try again/)
  plumbline.clock.advance(31_000)
  assert.equal((await attempt(attacker, email)).status, 422)
  plumbline.clock.advance(31_000)
  assert.equal((await attempt(attacker, email)).status, 429, 'the wait has doubled')
  plumbline.clock.advance(30_000)
  assert.equal((await attempt(attacker, email, goodPassword)).status, 303)
})

test('an address without an account is slowed in the same way', async () => {
  const attacker = plumbline.anyone({ source: '203.0.113.2' })
  const statuses = []
  for (let tries = 0; tries < 7; tries += 1)
    statuses.push((await attempt(attacker, 'nobody@larkfield.example')).status)
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429])
})

test('attempts at the same moment do not slip through', async () => {
  const { email } = await provider(plumbline, 'burst@larkfield.example', rowan)
  const attackers = Array.from({ length: 20 }, () => plumbline.anyone({ source: '203.0.113.3' }))
  const statuses = await Promise.all(attackers.map(async (one) => (await attempt(one, email)).status))
  assert.equal(statuses.filter((status) => status === 422).length, 5)
})

test('whoever attacks an account slows neither its known browser nor, much, its owner elsewhere', async () => {
  const { email, browser } = await provider(plumbline, 'victim@larkfield.example', rowan)
  for (let number = 0; number < 40; number += 1)
    await attempt(plumbline.anyone({ source: `198.18.0.${number}` }), email)
  assert.equal((await attempt(browser, email, goodPassword)).status, 303, 'the browser that is known')
  const elsewhere = plumbline.anyone({ source: '198.18.1.1' })
  assert.equal((await attempt(elsewhere, email, goodPassword)).status, 429)
  plumbline.clock.advance(minute)
  assert.equal(
    (await attempt(elsewhere, email, goodPassword)).status,
    303,
    'a minute later, whatever happened',
  )
})

test('one source that tries many accounts is slowed', async () => {
  const attacker = plumbline.anyone({ source: '203.0.113.4' })
  let slowed = 0
  for (let number = 0; number < 52; number += 1)
    slowed += Number((await attempt(attacker, `person${number}@larkfield.example`)).status === 429)
  assert.equal(slowed, 2)
})

test('codes are slowed for the account, from wherever they come', async () => {
  const account = await council(plumbline, 'codes@eastmarch.example')
  const statuses = []
  for (let number = 0; number < 6; number += 1) {
    const browser = plumbline.anyone({ source: `203.0.113.${number + 20}` })
    await attempt(browser, account.email, goodPassword)
    statuses.push((await browser.post('/sign-in/code', { code: '000000' })).status)
  }
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429])
  assert.equal((await signInWith(plumbline, account, account.browser)).status, 303, 'its own browser is not')
})

test('a session ends when it is idle, and at its longest time however busy', async () => {
  const { browser, email } = await provider(plumbline, 'idle@larkfield.example', rowan)
  plumbline.clock.advance(29 * minute)
  assert.ok(await isIn(browser))
  plumbline.clock.advance(29 * minute)
  assert.ok(await isIn(browser), 'each request begins the half hour anew')
  plumbline.clock.advance(31 * minute)
  assert.equal(await isIn(browser), false)
  await attempt(browser, email, goodPassword)
  for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
    plumbline.clock.advance(20 * minute)
    assert.ok(await isIn(browser), `${passed} minutes`)
  }
  plumbline.clock.advance(20 * minute)
  assert.equal(await isIn(browser), false)
})

test('a person sees their sessions with device and last use, ends one, and ends the rest', async () => {
  const { browser, email } = await provider(plumbline, 'many@larkfield.example', rowan)
  const phone = plumbline.anyone({ headers: { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1' } })
  const tablet = plumbline.anyone({ headers: { 'user-agent': 'Mozilla/5.0 (Android 14) Firefox/130.0' } })
  const desk = plumbline.anyone({ headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/130.0' } })
  for (const each of [phone, tablet, desk]) await attempt(each, email, goodPassword)
  const page = await (await browser.get('/account')).text()
  for (const device of ['Safari on iPhone', 'Firefox on Android', 'Firefox on Windows'])
    assert.ok(page.includes(device))
  const [, id] =
    /sessions\/([\w-]+)\/end"[\s\S]{0,300}Safari on iPhone/.exec(
      page.slice(page.indexOf('Safari on iPhone')),
    ) ?? []
  assert.equal((await browser.post(`/account/sessions/${id}/end`, {})).status, 303)
  assert.deepEqual(await Promise.all([phone, tablet, desk, browser].map(isIn)), [false, true, true, true])
  const stranger = await provider(plumbline, 'stranger@larkfield.example', rowan)
  const [, other] = /sessions\/([\w-]+)\/end"/.exec(await (await browser.get('/account')).text()) ?? []
  await stranger.browser.post(`/account/sessions/${other}/end`, {})
  await browser.post('/account/sessions/end-all', {})
  assert.deepEqual(await Promise.all([tablet, desk, browser, stranger.browser].map(isIn)), [
    false,
    false,
    true,
    true,
  ])
})

test('a changed password ends the other sessions, and this one stays', async () => {
  const { browser, email } = await provider(plumbline, 'change@larkfield.example', rowan)
  const other = plumbline.anyone()
  await attempt(other, email, goodPassword)
  const fields = { current: goodPassword, password: 'pebble harbour kestrel' }
  assert.equal((await browser.post('/account/password', { ...fields, current: 'wrong' })).status, 422)
  assert.equal((await browser.post('/account/password', { ...fields, password: 'short' })).status, 422)
  assert.equal((await browser.post('/account/password', fields)).status, 303)
  assert.deepEqual([await isIn(browser), await isIn(other)], [true, false])
})

test('over https the cookies are __Host- and Secure, by setting or by the word of a trusted proxy only', async () => {
  const { email } = await provider(plumbline, 'proxy@larkfield.example', rowan)
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.0.0.1, 203.0.113.77' }
  const trusted = plumbline.anyone({ source: '192.0.2.1', headers })
  const answer = await attempt(trusted, email, goodPassword)
  const session = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-plumbline_session='))
  assert.match(session ?? '', /; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  assert.ok(await isIn(trusted))
  const liar = plumbline.anyone({ source: '203.0.113.9', headers })
  await attempt(liar, email, goodPassword)
  assert.ok([...liar.cookies.keys()].every((name) => !name.startsWith('__Host-')))
})

test('behind a trusted proxy people are told apart by the last address that is not ours', async () => {
  const { email } = await provider(plumbline, 'shared@larkfield.example', rowan)
  const via = (address: string) =>
    plumbline.anyone({ source: '192.0.2.1', headers: { 'x-forwarded-for': `${address}` } })
  for (let tries = 0; tries < 6; tries += 1) await attempt(via(`10.9.9.${tries}, 203.0.113.50`), email)
  assert.equal((await attempt(via('203.0.113.50'), email)).status, 429)
  assert.equal((await attempt(via('203.0.113.51'), email, goodPassword)).status, 303)
})

const tables = [
  'account',
  'recovery_code',
  'account_link',
  'pending_sign_in',
  'sign_in_attempt',
  'known_device',
] as const

test('somebody was invited and has not come yet', async () => {
  assert.match((await invited(plumbline, 'waiting@eastmarch.example')).path, /^\/invitation\//)
})

for (const table of tables)
  test(`${table} shows its rows to its own room alone`, async () => {
    const count = async () =>
      Number(
        (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db())).rows[0]?.n,
      )
    assert.equal(await plumbline.read(count), 0)
    assert.ok((await plumbline.read(() => inRoom('accounts', count))) > 0)
    assert.equal(await plumbline.read(() => inRoom('mail', count)), 0)
    await plumbline.read(async () => {
      await inRoom('accounts', count)
      assert.equal(await count(), 0, 'the room is closed again')
    })
  })

test('no secret stands in the trail, in the log or in what the database keeps', async () => {
  const account = await council(plumbline, 'quiet@eastmarch.example')
  const link = linkIn(
    (await mailTo(plumbline, account.email)).find(({ subject }) => /Your account/.test(subject))?.body,
  )
  const secrets = [
    goodPassword,
    link.split('/').at(-1) ?? '',
    account.secret.replaceAll(' ', ''),
    ...account.codes,
    phoneCode(account.secret, plumbline.clock.now),
    ...[...account.browser.cookies.values()].filter((value) => value.length > 20),
  ]
  const kept = await plumbline.read(() =>
    inRoom('accounts', async () => {
      const found = []
      for (const table of ['event', 'event_payload', 'session', ...tables])
        found.push(
          ...(await sql<{ row: string }>`select t::text as row from ${sql.table(table)} as t`.execute(db()))
            .rows,
        )
      return found.map(({ row }) => row).join('\n')
    }),
  )
  for (const secret of secrets) {
    assert.ok(secret.length >= 6)
    // A one-time code is six digits, which times and counts may hold by chance: it is looked for in the trail's words.
    if (secret.length > 6) assert.ok(!kept.includes(secret), secret)
    assert.ok(!plumbline.said.join('\n').includes(secret))
  }
  assert.ok(!/nobody@|person\d+@/.test(kept), 'an unknown address is kept nowhere')
})

test('what is worth nothing any more is removed', async () => {
  plumbline.clock.advance(8 * 86_400_000)
  await plumbline.work(tidyAccounts)
  const left = await plumbline.read(() =>
    inRoom('accounts', async () => [
      ...(await db().selectFrom('sign_in_attempt').select('key_digest').execute()),
      ...(await db().selectFrom('pending_sign_in').select('token_digest').execute()),
      ...(await db().selectFrom('account_link').select('token_digest').execute()),
      ...(await db().selectFrom('session').select('token_digest').execute()),
    ]),
  )
  assert.deepEqual(left, [])
})
