/** The description at /api/v1/openapi.json is OpenAPI 3.1, and says of each operation what it takes and gives. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { operations } from '../../src/server/api/operations.ts'
import { operationId } from '../../src/server/platform/api/describe.ts'
import { asking } from '../support/api.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Described, describedBy } from './described.ts'

let plumbline: TestApp
let described: Described
before(async () => {
  plumbline = await testApp('empty')
  described = await describedBy(plumbline)
})
after(() => plumbline.close())

const validity = async (document: Described['document']) => {
  const found = await new Validator().validate(structuredClone(document))
  return found.valid ? [] : [JSON.stringify(found.errors)]
}

test('it is valid OpenAPI 3.1, and the check can fail', async () => {
  assert.deepEqual(await validity(described.document), [])
  assert.equal(
    (await validity({ ...described.document, paths: { '/a': { get: { responses: 1 } } } })).length,
    1,
  )
})

test('it names every operation once', () => {
  const ids = operations.map(operationId)
  assert.equal(new Set(ids).size, ids.length)
  const text = JSON.stringify(described.document)
  for (const id of ids) assert.ok(text.includes(`"operationId":"${id}"`), id)
})

test('every example is one that its own schema takes', () => {
  for (const operation of operations)
    if (operation.body !== undefined) {
      assert.ok(operation.example, `${operationId(operation)} has no example`)
      assert.deepEqual(described.wrongBody(operation, operation.example), [], operationId(operation))
    }
})

test('anyone may read it, and it holds no data', async () => {
  const answer = await asking(plumbline, null, 'GET', '/openapi.json')
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'application/json')
})
