/** Local accounts through the door, live: by invitation, password rules, second step, reset (ASVS 5.0, 6 and 7). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { idOf } from '../../src/server/demo/ids.ts'
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
  secretOn,
  signInWith,
} from '../support/accounts.ts'
import { eventually, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo', { mode: 'live', workers: true })
})
after(() => plumbline.close())

const kinds = (person: string) =>
  plumbline.read(async () =>
    (
      await db().selectFrom('event').select('kind').where('subject_id', '=', person).orderBy('id').execute()
    ).map(({ kind }) => kind),
  )

test('live, nobody signs in with one click', async () => {
  const browser = plumbline.anyone()
  const page = await (await browser.get('/sign-in')).text()
  assert.match(page, /Email address/)
  assert.doesNotMatch(page, /demonstration|Tobias/)
  assert.equal((await browser.post('/sign-in', { person: idOf('tobias') })).status, 422)
  assert.equal(await isIn(browser), false)
})

test('an invitation is opened often and used once; the council’s people set up a second step', async () => {
  const browser = plumbline.anyone()
  const { path, id } = await invited(plumbline, 'wren@eastmarch.example')
  for (const _ of [1, 2]) assert.match(await (await browser.get(path)).text(), /wren@eastmarch\.example/)
  assert.equal((await browser.post(path, { password: goodPassword })).status, 303)
  assert.equal(await isIn(browser), false, 'a password alone signs nobody of the council in')
  assert.equal((await browser.get(path)).status, 410)
  assert.equal((await browser.post(path, { password: goodPassword })).status, 410)

  const secret = secretOn(await (await browser.get('/sign-in/second-factor')).text())
  assert.equal((await browser.post('/sign-in/second-factor', { code: '000000' })).status, 422)
  assert.equal(await isIn(browser), false)
  const done = await browser.post('/sign-in/second-factor', { code: phoneCode(secret, plumbline.clock.now) })
  const page = await done.text()
  assert.equal(page.match(/plumbline-secret">[a-z0-9]{5}-[a-z0-9]{5}/g)?.length, 10)
  assert.ok(await isIn(browser))
  assert.deepEqual(await kinds(id), [
    'role.given',
    'account.invited',
    'password.changed',
    'account.accepted',
    'second-factor.set',
    'recovery-codes.made',
    'session.started',
  ])
})

test('an invitation ends', async () => {
  const { path } = await invited(plumbline, 'late@eastmarch.example')
  plumbline.clock.advance(7 * 86_400_000 + 1)
  const answer = await plumbline.anyone().get(path)
  assert.equal(answer.status, 410)
  assert.match(await answer.text(), /has been used, or it has ended/)
})

test('a password that will not do is refused with the reason, and the link stays good', async () => {
  const browser = plumbline.anyone()
  const { path } = await invited(plumbline, 'juniper.ash@eastmarch.example')
  for (const [password, because] of [
    ['short', /at least 15 characters/],
    ['passwordpassword1', /too easy to guess/],
    ['gravel eastmarch otter', /Leave out “eastmarch”/],
    ['gravel juniper otter', /Leave out “juniper”/],
  ] as const) {
    const answer = await browser.post(path, { password })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, because)
    assert.ok(!page.includes(`value="${password}"`), 'a password is never sent back')
  }
  assert.equal((await browser.post(path, { password: goodPassword })).status, 303)
})

test('hashes keep their parameters, and an older one is renewed at the next sign-in', async () => {
  const { id, email } = await provider(plumbline, 'hash@larkfield.example', idOf('rowan-house'))
  const hash = () =>
    plumbline.read(() =>
      inRoom('accounts', () =>
        db()
          .selectFrom('account')
          .select('password_hash')
          .where('person_id', '=', id)
          .executeTakeFirstOrThrow(),
      ),
    )
  assert.match(
    (await hash()).password_hash ?? '',
    /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/,
  )
  // The same password under one pass and 8 KiB, as an installation of long ago might have it.
  const { argon2Sync, randomBytes } = await import('node:crypto')
  const salt = randomBytes(16)
  const old = argon2Sync('argon2id', {
    message: goodPassword,
    nonce: salt,
    memory: 8,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  })
  const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  await plumbline.work(() =>
    inRoom('accounts', () =>
      sql`update account set password_hash = ${`$argon2id$v=19$m=8,t=1,p=1$${bare(salt)}$${bare(old)}`} where person_id = ${id}`.execute(
        db(),
      ),
    ),
  )
  assert.equal(
    (await plumbline.anyone().post('/sign-in/password', { email, password: goodPassword })).status,
    303,
  )
  assert.match((await hash()).password_hash ?? '', /m=19456,t=2,p=1/)
  assert.equal(
    (await plumbline.anyone().post('/sign-in/password', { email, password: goodPassword })).status,
    303,
  )
})

test('a code is taken once, a recovery code is taken once, and neither without the password', async () => {
  const account = await council(plumbline, 'heron@eastmarch.example')
  const code = phoneCode(account.secret, plumbline.clock.now)
  const [one, other] = [plumbline.anyone(), plumbline.anyone()]
  assert.equal((await one.get('/sign-in/code')).status, 303, 'without a password there is no second step')
  for (const browser of [one, other])
    await browser.post('/sign-in/password', { email: account.email, password: goodPassword })
  const answers = await Promise.all([one, other].map((browser) => browser.post('/sign-in/code', { code })))
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted(),
    [303, 422],
    'the same code at the same moment',
  )

  const recovery = account.codes[3] ?? ''
  for (const [browser, status] of [
    [plumbline.anyone(), 303],
    [plumbline.anyone(), 422],
  ] as const) {
    await browser.post('/sign-in/password', { email: account.email, password: goodPassword })
    const answer = await browser.post('/sign-in/code', { code: recovery.toUpperCase().replace('-', ' ') })
    assert.equal(answer.status, status)
    assert.equal(await isIn(browser), status === 303)
  }
  assert.ok((await kinds(account.id)).includes('recovery-code.used'))
})

test('wrong password, unknown address and disabled account read the same', async () => {
  const { email, id } = await provider(plumbline, 'finch@larkfield.example', idOf('rowan-house'))
  const gone = await provider(plumbline, 'gone@larkfield.example', idOf('rowan-house'))
  const { disableAccount } = await import('../../src/server/people/commands/accounts.ts')
  await plumbline.work(() => disableAccount(gone.id, 'eastmarch'))
  const answers = []
  for (const [address, password] of [
    [email, 'wrong password here'],
    ['nobody@larkfield.example', goodPassword],
    [gone.email, goodPassword],
  ] as const) {
    const answer = await plumbline.anyone().post('/sign-in/password', { email: address, password })
    answers.push([answer.status, (await answer.text()).replaceAll(address, 'ADDRESS')])
  }
  assert.deepEqual(answers[1], answers[0])
  assert.deepEqual(answers[2], answers[0])
  assert.ok((await kinds(id)).includes('sign-in.failed'))
  assert.equal(await isIn(gone.browser), false, 'sessions end with the account')
})

test('an unknown address takes as long as a wrong password', async () => {
  const { email } = await provider(plumbline, 'swift@larkfield.example', idOf('rowan-house'))
  const median = async (address: (round: number) => string) => {
    const times = []
    for (let round = 0; round < 9; round += 1) {
      const browser = plumbline.anyone({ source: `198.51.100.${round}` })
      const start = performance.now()
      await browser.post('/sign-in/password', { email: address(round), password: 'wrong password here' })
      times.push(performance.now() - start)
    }
    return times.toSorted((a, b) => a - b)[4] ?? 0
  }
  const known = await median(() => email)
  const unknown = await median((round) => `nobody${round}@larkfield.example`)
  assert.ok(unknown > known / 2 && unknown < known * 2, `${known} ms and ${unknown} ms`)
})

test('a forgotten password: the same answer for all, a link by mail, all sessions end', async () => {
  const account = await council(plumbline, 'plover@eastmarch.example')
  const browser = plumbline.anyone()
  const answers = []
  for (const email of ['nobody@eastmarch.example', account.email.toUpperCase()])
    answers.push((await browser.post('/forgotten-password', { email })).headers.get('location'))
  assert.equal(answers[0], answers[1])
  const link = async () =>
    (await mailTo(plumbline, account.email)).find(({ subject }) => /new password/.test(subject))
  await eventually('the mail is written', async () => (await link()) !== undefined)
  assert.deepEqual(await mailTo(plumbline, 'nobody@eastmarch.example'), [])
  const path = linkIn((await link())?.body)
  const chosen = await browser.post(path, { password: 'pebble harbour kestrel' })
  assert.equal(chosen.headers.get('location'), '/sign-in/code', 'the second step is still asked for')
  assert.equal(await isIn(account.browser), false)
  assert.equal((await browser.get(path)).status, 410)
  assert.equal((await signInWith(plumbline, account)).status, 422, 'the old password')
  assert.equal(
    (await signInWith(plumbline, account, plumbline.anyone(), 'pebble harbour kestrel')).status,
    303,
  )
  const told = await mailTo(plumbline, account.email)
  assert.ok(told.some(({ subject }) => subject === 'Your password was changed'))
})

test('a link for a password ends within the hour', async () => {
  const { email } = await provider(plumbline, 'dunlin@larkfield.example', idOf('rowan-house'))
  await plumbline.anyone().post('/forgotten-password', { email })
  await eventually('the mail is written', async () => (await mailTo(plumbline, email)).length > 1)
  const path = linkIn(
    (await mailTo(plumbline, email)).find(({ subject }) => /new password/.test(subject))?.body,
  )
  plumbline.clock.advance(60 * 60_000 + 1)
  assert.equal((await plumbline.anyone().get(path)).status, 410)
})

test('a new address is confirmed by a link, and both addresses are told', async () => {
  const { email, browser } = await provider(plumbline, 'old@larkfield.example', idOf('rowan-house'))
  const fields = { email: 'new@larkfield.example', current: goodPassword }
  assert.equal((await browser.post('/account/email', { ...fields, current: 'wrong' })).status, 422)
  assert.equal((await browser.post('/account/email', fields)).status, 303)
  const path = linkIn((await mailTo(plumbline, 'new@larkfield.example'))[0]?.body)
  assert.equal(
    (await plumbline.anyone().post('/sign-in/password', { email: fields.email, password: goodPassword }))
      .status,
    422,
  )
  assert.equal((await browser.get(path)).status, 200)
  assert.equal((await browser.post(path, {})).status, 303)
  assert.equal((await browser.post(path, {})).status, 410)
  assert.equal(
    (await plumbline.anyone().post('/sign-in/password', { email: fields.email, password: goodPassword }))
      .status,
    303,
  )
  assert.equal(
    (await plumbline.anyone().post('/sign-in/password', { email, password: goodPassword })).status,
    422,
  )
  for (const address of [email, fields.email])
    assert.ok(
      (await mailTo(plumbline, address)).some(({ subject }) => subject === 'Your email address was changed'),
    )
})

test('an address that somebody else has gets no link, and the page says the same', async () => {
  const { browser } = await provider(plumbline, 'teal@larkfield.example', idOf('rowan-house'))
  const taken = await provider(plumbline, 'taken@larkfield.example', idOf('rowan-house'))
  const before = (await mailTo(plumbline, taken.email)).length
  const answer = await browser.post('/account/email', { email: taken.email, current: goodPassword })
  assert.equal(answer.headers.get('location'), '/account?done=email-link-sent')
  assert.equal((await mailTo(plumbline, taken.email)).length, before)
})

test('a provider’s person may do without a second step, set one up, and remove it; the council’s may not remove it', async () => {
  const { browser, email } = await provider(plumbline, 'manager@larkfield.example', idOf('rowan-house'))
  assert.equal((await browser.post('/account/second-factor', { current: 'wrong' })).status, 422)
  await browser.post('/account/second-factor', { current: goodPassword })
  const secret = secretOn(await (await browser.get('/account/second-factor/confirm')).text())
  const set = await browser.post('/account/second-factor/confirm', {
    code: phoneCode(secret, plumbline.clock.now),
  })
  assert.match(await set.text(), /recovery codes/)
  const first = await plumbline.anyone().post('/sign-in/password', { email, password: goodPassword })
  assert.equal(first.headers.get('location'), '/sign-in/code')
  // Whoever finds the session open and knows the password does not take the second step away, nor the address.
  for (const path of ['second-factor/remove', 'second-factor', 'recovery-codes', 'email']) {
    const bare = await browser.post(`/account/${path}`, {
      current: goodPassword,
      email: 'x@larkfield.example',
    })
    assert.equal(bare.status, 422, path)
    assert.match(await bare.text(), /Enter a code/)
  }
  const used = { current: goodPassword, 'current-code': phoneCode(secret, plumbline.clock.now) }
  assert.equal((await browser.post('/account/second-factor/remove', used)).status, 422, 'a code works once')
  plumbline.clock.advance(30_000)
  const proved = { current: goodPassword, 'current-code': phoneCode(secret, plumbline.clock.now) }
  assert.equal((await browser.post('/account/second-factor/remove', proved)).status, 303)
  const without = await plumbline.anyone().post('/sign-in/password', { email, password: goodPassword })
  assert.equal(without.headers.get('location'), '/')
  const own = await council(plumbline, 'avocet@eastmarch.example')
  assert.equal(
    (await own.browser.post('/account/second-factor/remove', { current: goodPassword })).status,
    400,
  )
})
