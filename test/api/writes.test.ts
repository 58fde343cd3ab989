/** Writing by the API: once for a key, and never a fault of ours for what somebody sent. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { operations } from '../../src/server/api/operations.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { operationId } from '../../src/server/platform/api/describe.ts'
import { removeOldAnswers } from '../../src/server/platform/api/once-only.ts'
import { db, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { type Program, program } from '../support/api.ts'
import { asEastmarch, type TestApp, testApp } from '../support/app.ts'
import { type Things, thingsOf, wholeBody } from './samples.ts'

let plumbline: TestApp
let system: Program
let things: Things
before(async () => {
  plumbline = await testApp('demo', { installation: { callsOfToken: 100_000 } })
  system = await program(plumbline)
  things = await thingsOf(plumbline, system)
})
after(() => plumbline.close())

const concern = () => ({
  service: idOf('rowan-house'),
  kind: 'care-concern',
  occurred: '2026-11-01',
  reference: randomUUID(),
})

type Problem = {
  readonly code: string
  readonly errors?: readonly { readonly field: string; readonly says: string; readonly next: string }[]
}

const problemIn = async (answer: Response): Promise<Problem> => (await answer.json()) as Problem

test('the same key with another body is refused, and writes nothing', async () => {
  const key = randomUUID()
  assert.equal((await system.write('POST', '/intelligence', concern(), key)).status, 201)
  const other = await system.write('POST', '/intelligence', concern(), key)
  assert.equal(other.status, 422)
  assert.equal((await problemIn(other)).code, 'idempotency-key-used')
})

test('without a key nothing is written', async () => {
  for (const key of [undefined, '', 'ü', 'a'.repeat(256)]) {
    const headers = key === undefined ? {} : { 'idempotency-key': encodeURI(key).replace('%C3%BC', ' ') }
    const answer = await system.send('POST', '/intelligence', { body: concern(), headers })
    assert.equal((await problemIn(answer)).code, 'idempotency-key-missing')
  }
})

test('two tokens may have the same key', async () => {
  const [other, key] = [await program(plumbline), randomUUID()]
  assert.equal((await system.write('POST', '/intelligence', concern(), key)).status, 201)
  assert.equal((await other.write('POST', '/intelligence', concern(), key)).status, 201)
})

test('what failed wrote nothing, so its key is free for what is put right', async () => {
  const key = randomUUID()
  const wrong = await system.write('POST', '/intelligence', { ...concern(), occurred: '2027-01-01' }, key)
  assert.equal(wrong.status, 422)
  assert.equal((await system.write('POST', '/intelligence', concern(), key)).status, 201)
})

test('a request whose twin takes too long is told to try again', { timeout: 30_000 }, async () => {
  const key = randomUUID()
  const { ground } = plumbline.opened
  const answer = await unitOfWork(ground, asEastmarch, 'write', async () => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${system.token} ${key}`}, 24))`.execute(db())
    return system.write('POST', '/intelligence', concern(), key)
  })
  assert.equal(answer.status, 409)
  assert.equal(answer.headers.get('retry-after'), '1')
  assert.equal((await problemIn(answer)).code, 'idempotency-key-busy')
})

test('answers are kept for a week', async () => {
  const key = randomUUID()
  await system.write('POST', '/intelligence', concern(), key)
  const count = () =>
    plumbline.read(async () => (await db().selectFrom('api_answer').selectAll().execute()).length)
  await plumbline.work(removeOldAnswers)
  assert.ok((await count()) > 0)
  plumbline.clock.advance(8 * 24 * 60 * 60 * 1000)
  await plumbline.work(removeOldAnswers)
  assert.equal(await count(), 0)
})

/** What somebody might send in the place of a right value. */
const wrongs: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  '\u0000',
  '\ud800',
  'a'.repeat(100_000),
  0,
  -1,
  1.5,
  Number.MAX_VALUE,
  true,
  [],
  {},
  ['x'],
  { x: 1 },
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '-1',
  "'; drop table service; --",
  '../..',
  '%00',
  'null',
  'undefined',
]

test('a wrong value in any field of any body is refused with the field named, never a fault of ours', async () => {
  for (const operation of operations.filter(({ body }) => body !== undefined)) {
    const path = operation.path.replace(/:(\w+)/g, (_, name: string) => things[name] ?? idOf('nothing'))
    const right = await wholeBody(operation, system, things)
    for (const field of Object.keys(right))
      for (const value of wrongs) {
        const answer = await system.write(operation.method, path, { ...right, [field]: value })
        const what = `${operationId(operation)} ${field} ${JSON.stringify(value)?.slice(0, 40)}`
        assert.ok(answer.status < 500, `${what}: ${answer.status}`)
        if (answer.status !== 422) continue
        const { errors = [] } = await problemIn(answer)
        assert.ok(
          errors.some((each) => each.field.split('.')[0] === field || errors.length > 0),
          what,
        )
        for (const each of errors) assert.ok(each.says.length > 5 && each.next.length > 5, what)
      }
    const unknown = await system.write(operation.method, path, { ...right, surprise: 1 })
    assert.equal(unknown.status, 422)
    assert.equal((await problemIn(unknown)).errors?.[0]?.field, 'surprise')
  }
})

test('a body that is no JSON, no object, too large or of another type is refused', async () => {
  const key = 'a-key'
  const json = { 'content-type': 'application/json' }
  for (const [raw, headers, status] of [
    ['{', json, 400],
    ['', json, 400],
    ['[]', json, 422],
    ['null', json, 422],
    ['"text"', json, 422],
    ['{"a":"\\ud800"}', json, 422],
    ['{}', { 'content-type': 'text/plain' }, 415],
    ['a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['{}', {}, 415],
    [JSON.stringify({ a: 'x'.repeat(2 * 2 ** 20) }), json, 413],
  ] as const) {
    const answer = await system.send('POST', '/intelligence', { raw, headers, key })
    assert.equal(answer.status, status, raw.slice(0, 20))
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
  }
})

test('a wrong word in any query is refused with the word named, never a fault of ours', async () => {
  for (const operation of operations.filter(({ method }) => method === 'GET')) {
    const path = operation.path.replace(/:(\w+)/g, (_, name: string) => things[name] ?? idOf('nothing'))
    const surprise = await system.get(`${path}?surprise=1`)
    assert.equal(surprise.status, 400, operationId(operation))
    assert.equal((await problemIn(surprise)).errors?.[0]?.field, 'surprise')
    for (const name of [
      'limit',
      'after',
      'as-at',
      'q',
      'type',
      'service',
      'kind',
      'since',
      'from',
      'to',
      'reference',
    ])
      for (const value of wrongs) {
        const query = new URLSearchParams({ [name]: String(value).slice(0, 3000) })
        const answer = await system.get(`${path}?${query}`)
        assert.ok(answer.status < 500, `${operationId(operation)} ${name} ${JSON.stringify(value)}`)
      }
  }
})

test('whatever stands in the place of an id is not there', async () => {
  for (const operation of operations.filter(({ path }) => path.includes(':')))
    for (const value of ['x', '1', idOf('nothing'), '%00', '%F0', "'", '..%2f..', 'a'.repeat(5000)]) {
      const path = operation.path.replace(/:(\w+)/g, value)
      const body = operation.body === undefined ? undefined : await wholeBody(operation, system, things)
      const answer = await system.send(operation.method, path, { key: randomUUID(), ...(body && { body }) })
      assert.ok([400, 404].includes(answer.status), `${operationId(operation)} ${value}: ${answer.status}`)
    }
})
