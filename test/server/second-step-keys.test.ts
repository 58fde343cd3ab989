/** Secrets of second steps are sealed in the database by a key that is not in it. */
import assert from 'node:assert/strict'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { countLocked, resealAll } from '../../src/server/people/commands/reseal.ts'
import { tidyAccounts } from '../../src/server/people/commands/tidy.ts'
import { newKey, readKeys, writeKeys } from '../../src/server/people/sealing/keys.ts'
import { seal } from '../../src/server/people/sealing/seal.ts'
import { inRoom } from '../../src/server/platform/database/room.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type Account, council, isIn, secretBytes, signInWith } from '../support/accounts.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let ada: Account
let bea: Account
before(async () => {
  plumbline = await testApp('demo')
  ada = await council(plumbline, 'ada@eastmarch.example', 'auditor')
  bea = await council(plumbline, 'bea@eastmarch.example', 'auditor')
})
after(() => plumbline.close())

const rowOf = (person: string) =>
  plumbline.read(() =>
    inRoom('accounts', () =>
      db().selectFrom('account').selectAll().where('person_id', '=', person).executeTakeFirstOrThrow(),
    ),
  )
const write = (person: string, given: { factor_secret: Buffer; factor_key: string | null }) =>
  plumbline.work(() =>
    inRoom('accounts', () =>
      db().updateTable('account').set(given).where('person_id', '=', person).execute(),
    ),
  )
const file = () => join(plumbline.opened.ground.dataFolder, 'keys', 'second-steps')
const signsIn = async (account: Account) => (await signInWith(plumbline, account)).status === 303

test('the key made itself, for the server’s account alone, and no row holds the secret', async () => {
  assert.equal((await stat(file())).mode & 0o777, 0o600)
  const row = await rowOf(ada.id)
  assert.match(row.factor_key ?? '', /^key-[0-9a-f]{12}$/)
  assert.equal(Buffer.from(row.factor_secret ?? []).includes(secretBytes(ada.secret)), false)
  assert.ok(await signsIn(ada))
})

test('the same secret sealed twice is never the same, and one in another person’s row does not open', async () => {
  const [mine, theirs] = [await rowOf(ada.id), await rowOf(bea.id)]
  assert.ok(mine.factor_secret && theirs.factor_secret)
  await write(bea.id, { factor_secret: Buffer.from(mine.factor_secret), factor_key: mine.factor_key })
  assert.equal((await signInWith(plumbline, { ...bea, secret: ada.secret })).status, 503)
  const altered = Buffer.from(theirs.factor_secret)
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
  await write(bea.id, { factor_secret: altered, factor_key: theirs.factor_key })
  assert.equal((await signInWith(plumbline, bea)).status, 503)
  await write(bea.id, { factor_secret: Buffer.from(theirs.factor_secret), factor_key: theirs.factor_key })
  assert.ok(await signsIn(bea))
})

test('a secret of a version that did not seal opens, and the next night seals it', async () => {
  await write(ada.id, { factor_secret: secretBytes(ada.secret), factor_key: null })
  assert.ok(await signsIn(ada))
  await plumbline.work(tidyAccounts)
  assert.notEqual((await rowOf(ada.id)).factor_key, null)
  assert.ok(await signsIn(ada))
})

test('a new key seals all anew, and the one of before stays for backups', async () => {
  const before = (await rowOf(ada.id)).factor_key
  await plumbline.work(async () => {
    await writeKeys([newKey(), ...(await readKeys())])
    assert.equal(await resealAll(), 2)
    assert.equal((await readKeys()).length, 2)
  })
  assert.notEqual((await rowOf(ada.id)).factor_key, before)
  assert.equal((await stat(file())).mode & 0o777, 0o600)
  assert.ok((await signsIn(ada)) && (await signsIn(bea)))
})

test('without the key nobody makes another: a page says so, and a recovery code signs in', async () => {
  const kept = await readFile(file(), 'utf8')
  await rm(file())
  const refused = await signInWith(plumbline, ada)
  assert.equal(refused.status, 503)
  assert.match(await refused.text(), /recovery code/)
  assert.equal(await plumbline.read(countLocked), 2)
  await assert.rejects(
    plumbline.work(() => seal(Buffer.alloc(20), ada.id)),
    /lacks the key/,
  )
  await assert.rejects(stat(file()), /ENOENT/)
  const browser = plumbline.anyone()
  await browser.post('/sign-in/password', { email: ada.email, password: 'gravel otter lantern' })
  await browser.post('/sign-in/code', { code: ada.codes[0] ?? '' })
  assert.ok(await isIn(browser))
  await writeFile(file(), 'not a key')
  assert.equal((await signInWith(plumbline, ada)).status, 500)
  await writeFile(file(), kept, { mode: 0o600 })
  assert.ok(await signsIn(ada))
  assert.equal(await plumbline.read(countLocked), 0)
})

test('a key of the environment holds in place of the file', async () => {
  const key = newKey()
  const text = `${key.id} ${key.bytes.toString('base64')}`
  const other = await testApp('demo', { installation: { secondStepKeys: { text } } })
  try {
    const account = await council(other, 'cole@eastmarch.example', 'auditor')
    assert.equal((await signInWith(other, account)).status, 303)
    await assert.rejects(stat(join(other.opened.ground.dataFolder, 'keys')), /ENOENT/)
  } finally {
    await other.close()
  }
})
