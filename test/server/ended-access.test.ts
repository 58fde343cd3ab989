/** Access that ends takes the sessions with it that have nothing left to act for. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { invited, isIn, provider } from '../support/accounts.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let administrator: Person
before(async () => {
  plumbline = await testApp('demo')
  administrator = await plumbline.signIn('administrator')
})
after(() => plumbline.close())

const sessionsOf = async (person: string): Promise<number> =>
  (
    await plumbline.read(() =>
      db().selectFrom('session').select('id').where('person_id', '=', person).execute(),
    )
  ).length

/** Ends the first access that the person's page shows. */
const endFirst = async (person: string): Promise<void> => {
  const page = await (await administrator.get(`/people/${person}`)).text()
  const path = /action="(\/people\/[^"]+\/access\/[^"]+\/end)"/.exec(page)?.[1] ?? assert.fail(page)
  assert.equal((await administrator.post(path, {})).status, 303)
}

test('the last access ends the session, one of two does not', async () => {
  const manager = await provider(plumbline, 'bo@provider.example', idOf('rowan-house'))
  await invited(plumbline, 'bo@provider.example', 'registered-manager', [idOf('sallow-court')])
  assert.equal(await sessionsOf(manager.id), 1)
  await endFirst(manager.id)
  assert.ok(await isIn(manager.browser))
  assert.equal(await sessionsOf(manager.id), 1)
  await endFirst(manager.id)
  assert.equal(await sessionsOf(manager.id), 0)
  assert.equal(await isIn(manager.browser), false)
})
