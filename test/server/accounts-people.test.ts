/** Administrators manage people; a person of two councils chooses between them (X7); the demonstration tries it all out. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addAuthority } from '../../src/server/authorities/commands.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { system } from '../../src/server/platform/actor.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import {
  type Account,
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
import { type Person, type TestApp, testApp } from '../support/app.ts'

const northfold = { id: 'northfold', name: 'Northfold Council' }
let plumbline: TestApp
let administrator: Account
before(async () => {
  plumbline = await testApp('demo', { mode: 'live' })
  await plumbline.work(
    () => addAuthority({ ...northfold, areas: [], invented: true }, 'wirral-2022'),
    system('test', [northfold.id]),
  )
  administrator = await council(plumbline, 'head@eastmarch.example', 'administrator')
})
after(() => plumbline.close())

const form = (fields: Readonly<Record<string, string>>, ...more: readonly (readonly [string, string])[]) => {
  const data = new FormData()
  for (const [name, value] of [...Object.entries(fields), ...more]) data.append(name, value)
  return data
}
const deed = (id: string, what: string, by: Person = administrator.browser, fields = {}) =>
  by.post(`/people/${id}/${what}`, fields)

test('an administrator invites: what is wrong is said, nothing typed is lost, a link is mailed', async () => {
  const { browser } = administrator
  const typed = {
    name: 'Ada Birch',
    email: 'not an address',
    services: 'Rowan Hose',
    employer: '',
    agency: '',
  }
  const wrong = await (
    await browser.post('/people/invite', form({ ...typed, role: 'registered-manager' }))
  ).text()
  for (const words of [
    /Enter an email address/,
    /No single service is called “Rowan Hose”/,
    /value="Ada Birch"/,
  ])
    assert.match(wrong, words)
  const mixed = form({ ...typed, email: 'ada@larkfield.example', role: 'registered-manager' }, [
    'role',
    'commissioner',
  ])
  assert.match(await (await browser.post('/people/invite', mixed)).text(), /not both/)
  const right = {
    name: 'Ada Birch',
    email: 'ada@larkfield.example',
    role: 'registered-manager',
    services: 'rowan house',
  }
  const sent = await browser.post('/people/invite', form(right))
  assert.match(sent.headers.get('location') ?? '', /^\/people\/[\w-]+\?done=person-invited$/)
  const page = await (await browser.get(sent.headers.get('location') ?? '')).text()
  assert.match(page, /Rowan House/)
  assert.match(page, /Invited/)
  const again = await (await browser.post('/people/invite', form(right))).text()
  assert.match(again, /Ada Birch has this email address already/)
  const outbox = await (await browser.get('/outbox')).text()
  const path = /http:\/\/plumbline\.test(\/invitation\/[\w-]+)/.exec(outbox)?.[1] ?? ''
  const manager = plumbline.anyone()
  await manager.post(path, { password: goodPassword })
  const services = await (await manager.get('/services')).text()
  assert.match(services, /Rowan House/)
  assert.doesNotMatch(services, /Sallow Court/)
})

test('an invitation sent again makes the link of before worth nothing', async () => {
  const { id, path } = await invited(plumbline, 'slow@eastmarch.example')
  assert.equal((await deed(id, 'invite-again')).status, 303)
  assert.equal((await plumbline.anyone().get(path)).status, 410)
  const fresh = linkIn(
    (await mailTo(plumbline, 'slow@eastmarch.example')).find(({ body }) => !body?.includes(path))?.body,
  )
  assert.equal((await plumbline.anyone().get(fresh)).status, 200)
})

test('disabling ends sessions and links, enabling brings the account back', async () => {
  const { id, email, browser } = await provider(plumbline, 'leaver@larkfield.example', idOf('rowan-house'))
  await deed(id, 'password-link')
  const path = linkIn(
    (await mailTo(plumbline, email)).find(({ subject }) => /new password/.test(subject))?.body,
  )
  assert.equal((await deed(id, 'disable')).status, 303)
  assert.equal(await isIn(browser), false)
  assert.equal((await plumbline.anyone().get(path)).status, 410)
  assert.equal((await browser.post('/sign-in/password', { email, password: goodPassword })).status, 422)
  await deed(id, 'enable')
  assert.equal((await browser.post('/sign-in/password', { email, password: goodPassword })).status, 303)
})

test('a second step that was reset is set up anew, and the session is gone', async () => {
  const account = await council(plumbline, 'lost@eastmarch.example')
  assert.equal((await deed(account.id, 'reset-second-factor')).status, 303)
  assert.equal(await isIn(account.browser), false)
  const browser = plumbline.anyone()
  const first = await browser.post('/sign-in/password', { email: account.email, password: goodPassword })
  assert.equal(first.headers.get('location'), '/sign-in/second-factor')
  const secret = secretOn(await (await browser.get('/sign-in/second-factor')).text())
  assert.notEqual(secret, account.secret)
  await browser.post('/sign-in/second-factor', { code: phoneCode(secret, plumbline.clock.now) })
  assert.ok(await isIn(browser))
})

test('a changed role ends the sessions; a provider’s person who joins the council needs a second step', async () => {
  const { id, email, browser } = await provider(plumbline, 'joins@larkfield.example', idOf('rowan-house'))
  const roles = form({ services: '' }, ['role', 'commissioner'], ['role', 'social-worker'])
  const changed = await administrator.browser.post(`/people/${id}/roles`, roles)
  assert.equal(changed.headers.get('location'), `/people/${id}?done=roles-changed`)
  const same = form({ services: '' }, ['role', 'commissioner'], ['role', 'social-worker'])
  assert.match(
    (await administrator.browser.post(`/people/${id}/roles`, same)).headers.get('location') ?? '',
    /unchanged/,
  )
  assert.equal(await isIn(browser), false)
  const first = await browser.post('/sign-in/password', { email, password: goodPassword })
  assert.equal(first.headers.get('location'), '/sign-in/second-factor')
  const events = await plumbline.read(() =>
    db()
      .selectFrom('event')
      .select('kind')
      .where('subject_id', '=', id)
      .where('kind', 'like', 'role.%')
      .execute(),
  )
  assert.deepEqual(events.map(({ kind }) => kind).toSorted(), ['role.given', 'role.given'])
})

test('the last administrator stays, and nobody changes their own account here', async () => {
  const { id, browser } = administrator
  assert.equal((await deed(id, 'disable')).status, 409)
  const none = await browser.post(`/people/${id}/roles`, form({ services: '' }, ['role', 'commissioner']))
  assert.match(await none.text(), /only administrator/)
  const other = await council(plumbline, 'deputy@eastmarch.example', 'administrator')
  assert.equal((await deed(id, 'disable', other.browser)).status, 303)
  assert.equal((await deed(id, 'enable', other.browser)).status, 303)
  assert.equal((await signInWith(plumbline, administrator, browser)).status, 303)
  assert.equal((await deed(other.id, 'disable')).status, 303)
})

test('another council’s people are not there', async () => {
  const { id } = await invited(plumbline, 'other@northfold.example', 'contract-lead', null, northfold)
  assert.equal((await administrator.browser.get(`/people/${id}`)).status, 404)
  assert.equal((await deed(id, 'disable')).status, 404)
  assert.doesNotMatch(await (await administrator.browser.get('/people')).text(), /other@northfold/)
  assert.doesNotMatch(await (await administrator.browser.get('/outbox')).text(), /other@northfold/)
})

test('a person of two councils chooses, switches without signing in anew, and belongs to neither’s administrators', async () => {
  const account = await council(plumbline, 'both@eastmarch.example')
  const added = await invited(plumbline, 'Both@Eastmarch.example', 'commissioner', null, northfold)
  assert.deepEqual(added, { id: account.id, path: '' }, 'no second account, no link')
  const browser = plumbline.anyone()
  const entered = await signInWith(plumbline, account, browser)
  assert.equal(entered.headers.get('location'), '/acting-for')
  assert.match(await (await browser.get('/account')).text(), /Change for whom you act/)
  const before = browser.cookies.get('plumbline_session')
  assert.equal((await browser.post('/acting-for', { side: 'elsewhere' })).status, 422)
  assert.equal((await browser.post('/acting-for', { side: 'northfold' })).status, 303)
  assert.notEqual(browser.cookies.get('plumbline_session'), before)
  assert.match(
    await (await browser.get('/account')).text(),
    /Northfold Council: commissioner \(you are here now\)/,
  )
  assert.doesNotMatch(await (await browser.get('/services')).text(), /Rowan House/)

  for (const what of ['reset-second-factor', 'password-link', 'disable', 'enable'])
    assert.equal((await deed(account.id, what)).status, 409, what)
  assert.equal((await deed(account.id, 'remove')).headers.get('location'), '/people?done=person-removed')
  assert.ok(await isIn(browser), 'the session with the other council goes on')
  assert.equal(await isIn(account.browser), false)
})

test('whoever is invited by two councils before they came is nobody’s to read', async () => {
  await invited(plumbline, 'twice@larkfield.example', 'registered-manager', [idOf('rowan-house')])
  await invited(plumbline, 'twice@larkfield.example', 'commissioner', null, northfold)
  const mail = await mailTo(plumbline, 'twice@larkfield.example')
  assert.deepEqual(mail.map(({ authority_id }) => authority_id).toSorted(), ['eastmarch', null])
})

test('one password step is not enough for the council of a person who works for a provider of another', async () => {
  const { id, email, browser } = await provider(plumbline, 'mixed@larkfield.example', idOf('rowan-house'))
  await invited(plumbline, email, 'commissioner', null, northfold)
  const answer = await browser.post('/acting-for', { side: 'northfold' })
  assert.match(await answer.text(), /It needs a second step/)
  const sessions = await plumbline.read(() =>
    db().selectFrom('session').select('authority_id').where('person_id', '=', id).execute(),
  )
  assert.deepEqual(sessions, [{ authority_id: null }])
})

test('in the demonstration an invented person gets a local account from the page of mail', async () => {
  const demo = await testApp('demo')
  try {
    const head = await demo.signIn('administrator')
    const id = idOf('tobias')
    assert.match(await (await head.get('/account')).text(), /You have no password here/)
    assert.equal((await head.post(`/people/${id}/invite`, { email: 'nonsense' })).status, 422)
    assert.equal((await head.post(`/people/${id}/invite`, { email: 'tobias@eastmarch.example' })).status, 303)
    const outbox = await (await head.get('/outbox')).text()
    const path = /http:\/\/plumbline\.test(\/invitation\/[\w-]+)/.exec(outbox)?.[1] ?? ''
    const browser = demo.anyone()
    await browser.post(path, { password: goodPassword })
    const secret = secretOn(await (await browser.get('/sign-in/second-factor')).text())
    await browser.post('/sign-in/second-factor', { code: phoneCode(secret, demo.clock.now) })
    assert.match(await (await browser.get('/account')).text(), /tobias@eastmarch\.example/)
    await head.post(`/people/${id}/disable`, {})
    assert.equal(
      (await demo.anyone().post('/sign-in', { person: id })).status,
      422,
      'not with one click either',
    )
  } finally {
    await demo.close()
  }
})
