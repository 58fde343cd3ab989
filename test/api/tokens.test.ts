/** Tokens: made by an administrator, shown once, kept as a digest, confined, revoked at once (X9). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { day } from '../../src/core/kit/days.ts'
import { permissions } from '../../src/core/people/permissions.ts'
import { allows, rolesOfSide } from '../../src/core/people/roles.ts'
import { allScopes, type Scope, scopes, scopesHeld } from '../../src/core/people/scopes.ts'
import { readToken } from '../../src/core/people/token-form.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { asking, program } from '../support/api.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'
import { formsOf } from '../support/forms.ts'

let plumbline: TestApp
let administrator: Person
before(async () => {
  plumbline = await testApp('demo')
  administrator = await plumbline.signIn('administrator')
})
after(() => plumbline.close())

const asked = new FormData()
for (const [name, value] of [
  ['name', 'Concerns, every night'],
  ['source', 'Liquidlogic'],
  ['scope', 'services:read'],
  ['scope', 'intelligence:write'],
  ['lasts', '30'],
] as const)
  asked.append(name, value)

/** What another system suspends: by the ids of Wirral's policy. */
const suspension = {
  kind: 'by-the-provider',
  reason: 'provider-asked',
  starts: '2026-11-01',
  contract: null,
}

const make = async (...more: readonly Scope[]): Promise<{ secret: string; id: string; again: FormData }> => {
  const page = await (await administrator.get('/tokens/new')).text()
  const form = new FormData()
  for (const [name, value] of asked) form.append(name, value)
  for (const scope of more) form.append('scope', scope)
  form.append('id', formsOf(page).find(({ action }) => action === '/tokens/new')?.fields.id ?? '')
  const answer = await administrator.post('/tokens/new', form)
  const text = await answer.text()
  assert.equal(answer.status, 200, text)
  const [secret = ''] = /plumbline_[\w-]{43}/.exec(text) ?? []
  return { secret, id: String(form.get('id')), again: form }
}

const services = (secret: string): Promise<Response> =>
  asking(plumbline, `Bearer ${secret}`, 'GET', '/services')

test('an administrator makes a token, copies it, and another system gets in', async () => {
  const { secret, id } = await make()
  assert.equal((await services(secret)).status, 200)
  const page = await (await administrator.get(`/tokens/${id}`)).text()
  assert.match(page, /Liquidlogic/)
  assert.doesNotMatch(page, new RegExp(secret))
  assert.match(await (await administrator.get('/tokens')).text(), /Concerns, every night/)
  assert.match(await (await administrator.get(`/history/token/${id}`)).text(), /Token of the API made/)
})

test('the secret is shown once, and stands nowhere in the database', async () => {
  const { secret, again } = await make()
  const answer = await administrator.post('/tokens/new', again)
  assert.equal(answer.status, 409)
  assert.doesNotMatch(await answer.text(), new RegExp(secret))
  const rows = await plumbline.read(() => db().selectFrom('api_token').selectAll().execute())
  assert.ok(rows.length > 0)
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(secret.slice(10)))
})

test('a revoked token opens nothing from the next call on', async () => {
  const { secret, id } = await make()
  assert.equal((await services(secret)).status, 200)
  assert.equal((await administrator.post(`/tokens/${id}/revoke`, {})).status, 303)
  assert.equal((await services(secret)).status, 401)
})

test('a token works to the end of its last day, and no longer', async () => {
  const [today, yesterday] = [day('2026-11-21'), day('2026-11-20')]
  assert.equal(plumbline.clock.now.slice(0, 10), today)
  const last = await program(plumbline, ['services:read'], { until: today })
  assert.equal((await last.get('/services')).status, 200)
  const ended = await program(plumbline, ['services:read'], { until: yesterday })
  assert.equal((await ended.get('/services')).status, 401)
})

test('a form that is not right comes back filled in', async () => {
  const answer = await administrator.post('/tokens/new', { id: idOf('a token'), name: 'A', lasts: '9999' })
  const text = await answer.text()
  assert.equal(answer.status, 422)
  for (const words of [
    'Enter which system uses it',
    'Select what the token may do',
    'Select how long it works',
    'value="A"',
  ])
    assert.match(text, new RegExp(words))
})

test('a scope stands for what some role of a council may, and one that is none gives nothing', () => {
  const council = rolesOfSide('council')
  for (const scope of allScopes) {
    assert.ok(Object.hasOwn(permissions, scopes[scope].permission), scope)
    assert.ok(allows(council, scopes[scope].permission), scope)
  }
  assert.deepEqual(scopesHeld([...allScopes, 'everything', 'people:write']), allScopes)
  const typed = { name: 'A', source: 'B', scopes: ['everything'], kinds: [], lasts: '30' }
  assert.ok('errors' in readToken(typed, day('2026-11-21')))
})

test('a token that was made for one kind of intelligence reads and writes no other', async () => {
  const every = await program(plumbline)
  const one = await program(plumbline, allScopes, { kinds: ['compliment'] })
  const item = { service: idOf('rowan-house'), occurred: '2026-11-01', reference: 'KIND-1' }
  const refused = await one.write('POST', '/intelligence', { ...item, kind: 'care-concern' })
  assert.equal(refused.status, 403)
  assert.equal((await one.write('POST', '/intelligence', { ...item, kind: 'compliment' })).status, 201)
  const concern = await every.write('POST', '/intelligence', { ...item, kind: 'care-concern' })
  const { id } = (await concern.json()) as { id: string }
  assert.equal((await one.get(`/intelligence/${id}`)).status, 404)
  const put = await one.write('PUT', `/intelligence/${id}`, {
    version: 1,
    ...item,
    service: undefined,
    kind: 'compliment',
  })
  assert.equal(put.status, 404)
  const { items } = await one.read<{ items: readonly { kind: string }[] }>('/intelligence')
  assert.deepEqual([...new Set(items.map(({ kind }) => kind))], ['compliment'])
  const text = await (await one.get(`/services/${idOf('rowan-house')}/rating`)).text()
  assert.doesNotMatch(text, new RegExp(id))
})

test('a token that may read ratings and no intelligence gets no items with them', async () => {
  const path = `/services/${idOf('rowan-house')}/rating`
  const reader = await program(plumbline, ['ratings:read'])
  assert.doesNotMatch(await (await reader.get(path)).text(), /"items"/)
  assert.match(await (await (await program(plumbline)).get(path)).text(), /"items"/)
})

test('a token that only writes is told the number of what it wrote, and no more', async () => {
  const writer = await program(plumbline, ['intelligence:write'])
  const body = { service: idOf('rowan-house'), kind: 'compliment', occurred: '2026-11-01', summary: 'Warm.' }
  const answer = await writer.write('POST', '/intelligence', body)
  const made = (await answer.json()) as { id: string }
  assert.deepEqual(Object.keys(made).toSorted(), ['id', 'service', 'version'])
  assert.equal(answer.headers.get('location'), `http://plumbline.test/api/v1/intelligence/${made.id}`)
})

test('its own pace is counted for each token, and it is told when to go on', async () => {
  const slow = await testApp('demo', { installation: { callsOfToken: 3 } })
  try {
    const [one, other] = [await program(slow, ['services:read']), await program(slow, ['services:read'])]
    for (const status of [200, 200, 200, 429])
      assert.equal((await one.get('/services?limit=1')).status, status)
    assert.equal((await one.get('/services')).headers.get('retry-after'), '60')
    assert.equal((await other.get('/services')).status, 200)
    slow.clock.advance(60_000)
    assert.equal((await one.get('/services')).status, 200)
  } finally {
    await slow.close()
  }
})

test('what a token reads of intelligence is kept, under its name', async () => {
  const reader = await program(plumbline, ['intelligence:read'], { name: 'Nightly reader' })
  assert.equal((await reader.get('/intelligence')).status, 200)
  const auditor = await plumbline.signIn('auditor')
  assert.match(await (await auditor.get('/audit?of=accesses')).text(), /Nightly reader/)
})

test('an administrator gives a token what the role itself may not: suspensions', async () => {
  const suspending = `/services/${idOf('sallow-court')}/suspensions/new`
  assert.equal((await administrator.get(suspending)).status, 403)
  const { secret } = await make('suspensions:write')
  const sent = { key: randomUUID(), body: { service: idOf('sallow-court'), ...suspension } }
  const answer = await asking(plumbline, `Bearer ${secret}`, 'POST', '/suspensions', sent)
  assert.equal(answer.status, 201, await answer.text())
})
