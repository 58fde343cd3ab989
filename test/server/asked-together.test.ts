/** Many who ask at once share one question, and nobody is answered by one that was asked before they came. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedTogether } from '../../src/server/public/asked-together.ts'

/** Work that ends when it is told to, and says the number of its run. */
const counted = () => {
  const ends: PromiseWithResolvers<void>[] = []
  const ask = askedTogether(async () => {
    const end = Promise.withResolvers<void>()
    const run = ends.push(end)
    await end.promise
    return run
  })
  const end = async (run: number): Promise<void> => {
    while (ends.length < run) await new Promise((resolve) => setImmediate(resolve))
    ends[run - 1]?.resolve()
  }
  return { ask, end, runs: () => ends.length }
}

test('those who ask while it runs share the next run, which begins after they asked', async () => {
  const { ask, end, runs } = counted()
  const first = ask()
  const others = Array.from({ length: 50 }, ask)
  assert.equal(runs(), 1)
  await end(1)
  assert.equal(await first, 1)
  await end(2)
  assert.deepEqual(new Set(await Promise.all(others)), new Set([2]))
  const later = ask()
  await end(3)
  assert.equal(await later, 3)
})

test('a run that fails is told to those who shared it, and to nobody else', async () => {
  let runs = 0
  const ask = askedTogether(async () => {
    runs += 1
    if (runs === 1) throw new Error('gone')
    return runs
  })
  const [one, other] = await Promise.allSettled([ask(), ask()])
  assert.equal(one.status, 'rejected')
  assert.deepEqual(other, { status: 'fulfilled', value: 2 })
})
