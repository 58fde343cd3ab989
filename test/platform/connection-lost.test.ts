/** A connection that the database ends takes one unit of work with it, and nothing else. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { eventually, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('empty')
})
after(() => plumbline.close())

const processOf = async (): Promise<number> =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db())).rows[0]?.pid ?? 0

/** Ends a connection from outside, as a limit of the database does, or its restart. */
const end = async (pid: number): Promise<void> => {
  const owner = new pg.Client({ connectionString: plumbline.databaseUrl })
  await owner.connect()
  await owner.query('select pg_terminate_backend($1, 5000)', [pid])
  await owner.end()
}

test('between two queries: the work fails, the process goes on, and the next work has a connection', async () => {
  let failed = false
  await assert.rejects(
    plumbline.work(async () => {
      await end(await processOf())
      // Nothing is asked of the connection when its client hears that it is gone.
      await eventually('the client has heard of it', async () => {
        failed = await plumbline.read(processOf).then(() => true)
        return failed
      })
      await processOf()
    }),
  )
  assert.ok(failed)
  assert.ok((await plumbline.work(processOf)) > 0)
})
