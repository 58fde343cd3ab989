/** An import of a whole country takes longer than the two minutes of a page. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { allowLongWork } from '../../src/server/platform/database/long-work.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('empty')
})
after(() => plumbline.close())

/** A page's time, made short: the clock begins with it. */
const hurry = async (): Promise<void> => {
  await sql`set local transaction_timeout = 0`.execute(db())
  await sql`set local transaction_timeout = '150ms'`.execute(db())
}
const longerThanThat = () => sql`select pg_sleep(0.4)`.execute(db())

test('long work outlives the time of a page, which has begun before it asks', async () => {
  await plumbline.work(async () => {
    await hurry()
    await allowLongWork()
    await longerThanThat()
  })
})

test('without being allowed it does not', async () => {
  await assert.rejects(
    plumbline.work(async () => {
      await hurry()
      await longerThanThat()
    }),
  )
})
