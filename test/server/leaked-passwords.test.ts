/** Whether a password has leaked is asked of another server: while it answers, nobody's connection to the database waits. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { after, before, beforeEach, test } from 'node:test'
import { council, goodPassword, invited, isIn } from '../support/accounts.ts'
import { eventually, type TestApp, testApp } from '../support/app.ts'

const leaked = 'walnut quarry thimble'
const rest = createHash('sha1').update(leaked).digest('hex').toUpperCase().slice(5)

let plumbline: TestApp
let waiting: ServerResponse[] = []
let slow = false
const list = createServer((_request, response) => {
  if (slow) waiting.push(response)
  else response.end(`${rest}:7\n`)
}).listen(0)

before(async () => {
  await once(list, 'listening')
  const address = list.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  plumbline = await testApp('demo', {
    mode: 'live',
    installation: { breachedPasswords: `http://127.0.0.1:${port}/range` },
  })
})
after(async () => {
  await plumbline.close()
  list.close()
  list.closeAllConnections()
})
beforeEach(() => {
  slow = false
  waiting = []
})

test('a password that has leaked is refused by a link and in the account, and the link stays good', async () => {
  const { path } = await invited(plumbline, 'teal@eastmarch.example')
  const browser = plumbline.anyone()
  const refused = await browser.post(path, { password: leaked })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /This password has leaked from another website/)
  assert.equal((await browser.post(path, { password: goodPassword })).status, 303)

  const account = await council(plumbline, 'pintail@eastmarch.example')
  const form = { current: goodPassword, password: leaked }
  const again = await account.browser.post('/account/password', form)
  assert.equal(again.status, 422)
  assert.match(await again.text(), /This password has leaked from another website/)
  const changed = await account.browser.post('/account/password', {
    ...form,
    password: 'pebble gantry velvet',
  })
  assert.equal(changed.headers.get('location'), '/account?done=password-changed')
  assert.ok(await isIn(account.browser))
})

test('a list of leaked passwords that is slow to answer holds no connection of the database', async () => {
  // More than there are connections.
  const links = []
  for (const number of Array.from({ length: 14 }).keys())
    links.push((await invited(plumbline, `wigeon${number}@eastmarch.example`)).path)
  slow = true
  const asked = links.map((path) => plumbline.anyone().post(path, { password: leaked }))
  // Less than the seconds after which the list is no longer waited for.
  await eventually('all ask the list at once', async () => waiting.length === links.length, 2.5)
  assert.equal((await plumbline.anyone().get('/sign-in')).status, 200)
  for (const response of waiting) response.end(`${rest}:7\n`)
  for (const answer of await Promise.all(asked)) assert.equal(answer.status, 422)
})

test('a link that is used at once by two, while the list is asked, is used once', async () => {
  const { path } = await invited(plumbline, 'gadwall@eastmarch.example')
  slow = true
  const asked = [1, 2].map(() => plumbline.anyone().post(path, { password: goodPassword }))
  await eventually('both ask the list', async () => waiting.length === 2, 2.5)
  for (const response of waiting) response.end('')
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  assert.deepEqual(statuses.toSorted(), [303, 410])
})
