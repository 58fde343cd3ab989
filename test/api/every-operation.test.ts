/** Every operation of the API: denied unless a token has its scope, nothing foreign, and answers as its description says. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { allScopes, type Scope } from '../../src/core/people/scopes.ts'
import { operations } from '../../src/server/api/operations.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { operationId } from '../../src/server/platform/api/describe.ts'
import type { Operation } from '../../src/server/platform/api/operation.ts'
import { asking, type Program, program } from '../support/api.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { addSecondCouncil, far, farhaven } from '../support/second-council.ts'
import { type Described, describedBy } from './described.ts'
import { ownThings, scopesBesides, type Things, thingsOf, wholeBody } from './samples.ts'

let plumbline: TestApp
let all: Program
let foreigner: Program
let own: Things
let theirs: Things
let described: Described
before(async () => {
  plumbline = await testApp('demo')
  await addSecondCouncil(plumbline)
  all = await program(plumbline)
  foreigner = await program(plumbline, allScopes, { authority: farhaven.id })
  own = await thingsOf(plumbline, all)
  const { items } = await foreigner.read<{ items: readonly { id: string }[] }>('/providers')
  theirs = {
    ...far,
    import: far.imported,
    provider: items[0]?.id ?? '',
    person: far.lead,
    document: far.work,
    alert: far.work,
  }
  described = await describedBy(plumbline)
})
after(() => plumbline.close())
// Whoever asks without a token has so many calls a minute: each test has a minute of its own.
beforeEach(() => plumbline.clock.advance(60_000))

const filled = (path: string, things: Things): string =>
  path.replace(/:(\w+)/g, (_, name: string) => things[name] ?? idOf('nothing'))

const isAnswered = ({ status }: Response): boolean => status === 200 || status === 201

/** Asks as a program would that has read the description. */
const ask = async (who: Program, operation: Operation, things = own): Promise<Response> => {
  const path = filled(operation.path, things)
  if (operation.method === 'GET') return who.get(path)
  return who.write(operation.method, path, await wholeBody(operation, all, things))
}

const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code

test('without a token, or with a wrong one, every operation is denied', async () => {
  for (const operation of operations)
    for (const header of [null, 'Bearer plumbline_wrong', `Basic ${btoa('any:plumbline_wrong')}`, 'Bearer']) {
      const answer = await asking(plumbline, header, operation.method, filled(operation.path, own))
      assert.equal(answer.status, 401, operationId(operation))
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer /)
      assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    }
})

test('with every scope but its own, every operation is denied', async () => {
  for (const scope of allScopes) {
    const others = await program(
      plumbline,
      allScopes.filter((other) => other !== scope),
    )
    for (const operation of operations.filter((one) => one.scope === scope)) {
      const answer = await ask(others, operation)
      assert.equal(answer.status, 403, operationId(operation))
      assert.equal(await codeOf(answer), 'api-scope-missing')
    }
  }
})

test('with its scope alone, every operation is carried out, and answers as its description says', async () => {
  const programs = new Map<Scope, Program>()
  for (const scope of allScopes)
    programs.set(scope, await program(plumbline, [scope, ...(scopesBesides[scope] ?? [])]))
  for (const operation of operations) {
    const who = operation.scope === null ? all : programs.get(operation.scope)
    assert.ok(who)
    const answer = await ask(who, operation, await ownThings(operation, all, plumbline, own))
    const text = await answer.text()
    assert.ok(isAnswered(answer), `${operationId(operation)}: ${answer.status} ${text}`)
    assert.deepEqual(described.wrong(operation, answer, text), [], operationId(operation))
  }
})

test('a token of another council sees nothing of this one, and changes nothing', async () => {
  const named = /Rowan|Thornhay|EM-RES|Eastmarch/
  for (const operation of operations) {
    const answer = await ask(foreigner, operation)
    const text = await answer.text()
    assert.doesNotMatch(text, named, operationId(operation))
    if (operation.path.includes(':')) assert.equal(answer.status, 404, `${operationId(operation)} ${text}`)
  }
})

test('a token of this council sees nothing of another, by path or body', async () => {
  for (const operation of operations) {
    const answer = await ask(all, operation, theirs)
    const text = await answer.text()
    assert.doesNotMatch(text, /Zephyrine|Farhaven/, operationId(operation))
    if (operation.path.includes(':')) assert.equal(answer.status, 404, `${operationId(operation)} ${text}`)
  }
})

test('every problem is one of the description, with what to do next', async () => {
  for (const operation of operations) {
    const answer = await asking(plumbline, null, operation.method, filled(operation.path, own))
    assert.deepEqual(described.wrong(operation, answer, await answer.text()), [], operationId(operation))
  }
})

test('HEAD asks as GET does, OPTIONS says what is there, and other methods are refused', async () => {
  for (const { path } of operations) {
    const address = filled(path, own)
    const options = await asking(plumbline, null, 'OPTIONS', address)
    assert.equal(options.status, 204)
    assert.equal(options.headers.get('access-control-allow-origin'), null)
    const other = await all.send('DELETE', address)
    assert.equal(other.status, 405)
    assert.equal(other.headers.get('allow'), options.headers.get('allow'))
  }
  const head = await all.send('HEAD', '/services')
  assert.equal(head.status, 200)
  assert.equal(await head.text(), '')
})

test('whoever is signed in to the pages has no way into the API by that', async () => {
  const person = await plumbline.signIn('administrator')
  for (const operation of operations) {
    const path = `/api/v1${filled(operation.path, own)}`
    const answer = operation.method === 'GET' ? await person.get(path) : await person.postJson(path, {})
    assert.ok([401, 405].includes(answer.status), operationId(operation))
  }
})

test('what is at no address of the API is a problem, not a page', async () => {
  const answer = await all.get('/nothing')
  assert.equal(answer.status, 404)
  assert.equal(await codeOf(answer), 'api-no-operation')
})
