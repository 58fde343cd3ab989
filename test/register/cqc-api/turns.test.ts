/** How calls take turns, with a clock that the test moves. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { severalAtOnce } from '../../../src/server/register/cqc-api/several-at-once.ts'
import { takingTurns } from '../../../src/server/register/cqc-api/turns.ts'
import { all } from '../oldham.ts'

/** A clock whose waits end when it is moved past them. */
const stoppedClock = () => {
  let now = 0
  let sleepers: { until: number; wake: () => void }[] = []
  return {
    wait: (milliseconds: number) =>
      new Promise<void>((wake) => void sleepers.push({ until: now + milliseconds, wake })),
    advance: async (milliseconds: number) => {
      const end = now + milliseconds
      for (;;) {
        await settled()
        const [next] = sleepers.filter(({ until }) => until <= end).sort((a, b) => a.until - b.until)
        if (!next) break
        sleepers = sleepers.filter((one) => one !== next)
        now = next.until
        next.wake()
      }
      now = end
    },
    now: () => now,
  }
}

const settled = () => new Promise<void>((done) => setImmediate(done))

test('no more calls are under way than may be, and each gets its turn', async () => {
  const turns = takingTurns(5, 0, async () => {})
  let underWay = 0
  let most = 0
  const call = async () => {
    underWay += 1
    most = Math.max(most, underWay)
    await settled()
    underWay -= 1
  }
  const failing = () => Promise.reject(new Error('no'))
  await Promise.allSettled(Array.from({ length: 40 }, (_, at) => turns.take(at % 7 === 3 ? failing : call)))
  assert.deepEqual([most, underWay], [5, 0])
  await Promise.all(Array.from({ length: 10 }, () => turns.take(call)))
  assert.equal(most, 5, 'a call that failed gave its place back')
})

test('calls begin apart, also after a rest', async () => {
  const clock = stoppedClock()
  const turns = takingTurns(5, 100, clock.wait)
  const begun: number[] = []
  const call = async () => void begun.push(clock.now())
  const calls = Array.from({ length: 7 }, () => turns.take(call))
  await clock.advance(1000)
  await Promise.all(calls)
  assert.deepEqual(begun, [0, 100, 200, 300, 400, 500, 600])
  await turns.take(call)
  assert.equal(begun.at(-1), 1000)
})

test('a pause holds back what has not begun; two pauses at once are as long as the longer', async () => {
  const clock = stoppedClock()
  const turns = takingTurns(5, 0, clock.wait)
  const begun: number[] = []
  turns.pause(3000)
  turns.pause(5000)
  const call = turns.take(async () => void begun.push(clock.now()))
  await clock.advance(3000)
  assert.deepEqual(begun, [])
  await clock.advance(3000)
  await call
  assert.deepEqual(begun, [5000])
})

test('several at once give their results in order, and the first failure ends them', async () => {
  const items = [...Array(20).keys()]
  const work = async (item: number) => {
    for (let turn = 0; turn < (item % 4) * 2; turn += 1) await settled()
    return item * 2
  }
  assert.deepEqual(
    await all(severalAtOnce(items, 5, work)),
    items.map((item) => item * 2),
  )
  const given: number[] = []
  await assert.rejects(async () => {
    for await (const item of severalAtOnce(items, 5, async (at) => {
      // Those after the first bad one fail before it does, while nobody waits for them.
      if (at === 7) await settled()
      if (at >= 7) throw new Error(`item ${at}`)
      return at
    }))
      given.push(item)
  }, /item 7/)
  assert.deepEqual(given, items.slice(0, 7))
})
