/**
 * The crash drill: a server under load is killed, started again on the same data folder, and its database examined.
 * CRASH_ROUNDS=100 makes it a long one.
 */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { ask, makeFolder, removeFolder } from '../platform/embedded-folder.ts'
import { type Browser, record, signIn } from './concerns.ts'
import { deaths } from './deaths.ts'
import { examine } from './examine.ts'
import { type Book, startLoad } from './load.ts'
import { type Server, startServer, stopServer } from './server.ts'

const rounds = Number(process.env.CRASH_ROUNDS ?? 2)
/** After how many acknowledged concerns the server dies: the very first, many, and in a long run any number. */
const moments = [1, 60]
const momentOf = (round: number): number => moments[round] ?? Math.ceil(Math.random() * 150)
/** Within how many seconds after a restart everything that was left half-way is done. */
const patience = 60

suite('a crash loses nothing that was acknowledged, and leaves nothing half-done', () => {
  const book: Book = { sent: new Map(), acknowledged: new Set() }
  let folder: string
  let server: Server
  let browser: Browser

  before(async () => {
    folder = await makeFolder()
    server = await startServer(folder)
    browser = await signIn(server.address)
  })

  after(async () => {
    server?.child.kill('SIGKILL')
    await removeFolder(folder)
  })

  const wrongs = (when: 'at once' | 'in the end') =>
    examine(server.database, { acknowledged: [...book.acknowledged], sent: [...book.sent.keys()] }, when)

  const unanswered = () => [...book.sent.values()].filter(({ id }) => !book.acknowledged.has(id))

  const pressAgain = async (): Promise<void> => {
    const again = new Set([...[...book.sent.values()].slice(-20), ...unanswered()])
    await Promise.all([...again].map((concern) => record(browser, concern)))
    for (const { id } of again) book.acknowledged.add(id)
  }

  for (const [death, kill] of Object.entries(deaths))
    test(`when ${death}`, async (t) => {
      for (let round = 0; round < rounds; round += 1) {
        const load = startLoad(browser, book, momentOf(round))
        await load.reached
        // Not a wait for anything: it lets the death meet a request at any of its steps.
        await pause(Math.random() * 40)
        await kill(server, folder)
        await load.over
        const asked = unanswered().map(({ id }) => `'${id}'`)
        server = await startServer(folder)
        // The session that was acknowledged before the crash holds after it.
        browser = { ...browser, address: server.address }
        assert.deepEqual(await wrongs('at once'), [])
        const kept = await ask(server.database, `select id from intelligence where id in (${asked})`)
        await pressAgain()
        assert.deepEqual(await wrongs('at once'), [])
        assert.deepEqual(
          server.said.filter((line) => /^(Unexpected|Jobs?)\b/.test(line)),
          [],
          'it complained',
        )
        t.diagnostic(
          `${book.acknowledged.size} acknowledged in all; ${asked.length} got no answer, ${kept.length} of them saved; ` +
            `up again in ${server.seconds.toFixed(1)} s`,
        )
      }
    })

  test('everything that was acknowledged is carried out once, soon after the last crash', async (t) => {
    const began = performance.now()
    const seconds = () => (performance.now() - began) / 1000
    let left = await wrongs('in the end')
    while (left.length > 0 && seconds() < patience) {
      await pause(250)
      left = await wrongs('in the end')
    }
    assert.deepEqual(left, [])
    t.diagnostic(`all ${book.acknowledged.size} carried out after ${seconds().toFixed(1)} s`)
  })

  test('and the server still ends when it is asked to', async () => {
    assert.equal(await stopServer(server), 0)
  })
})
