import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { databaseTypes, typesFile } from '../../scripts/database-types.ts'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { queues } from '../../src/server/slices.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase('empty')
})
after(() => database.drop())

test('the types of the tables are those of the migrations: if not, run npm run database-types', async () => {
  assert.equal(await readFile(typesFile, 'utf8'), await databaseTypes(database.url))
})

test('migrating again does nothing, also from several processes at once', async () => {
  const ran = await Promise.all([1, 2, 3].map(() => migrate(database.url, queues, () => {})))
  assert.deepEqual(ran, [[], [], []])
})
