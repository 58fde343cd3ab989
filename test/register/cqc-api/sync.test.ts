/** Keeping in step with CQC: what is fetched, and that a sync that was killed goes on where it stopped. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { type Instant, instant, plusMilliseconds } from '../../../src/core/kit/days.ts'
import { type SyncStep, syncLocations } from '../../../src/server/register/cqc-api/sync.ts'
import {
  neverSynced,
  readSyncState,
  type SyncState,
} from '../../../src/server/register/cqc-api/sync-state.ts'
import { all, locations } from '../oldham.ts'
import { asking, failsWith } from './asking.ts'
import { startCqc } from './cqc-server.ts'
import { halfJson, reset, status } from './troubles.ts'

const cqc = await startCqc()
after(cqc.close)
const real = new Map(cqc.locations)
beforeEach(() => {
  cqc.calm()
  cqc.changed.length = 0
  cqc.locations.clear()
  for (const [id, raw] of real) cqc.locations.set(id, raw)
})

const morning = instant('2026-11-21T09:00:00Z')
const oldham = [...locations.keys()].sort()
const [first = '', second = '', third = '', fourth = ''] = oldham

const steps = (state: SyncState, at: Instant = morning, known: readonly string[] = oldham) =>
  syncLocations({ client: asking(cqc).client, localAuthorities: ['Oldham'], known }, state, () => at)

const idOf = (step: SyncStep): string[] => {
  if (step.kind === 'checkpoint') return []
  return [step.kind === 'location' ? step.record.id : step.id]
}
const idsOf = (all: readonly SyncStep[]): string[] => all.flatMap(idOf)

/** The state as it comes back from the database. */
const stored = (state: SyncState): SyncState => readSyncState(JSON.parse(JSON.stringify(state)))

const stateAfter = (all: readonly SyncStep[]): SyncState => {
  const last = all.at(-1)
  assert.ok(last?.kind === 'checkpoint')
  return stored(last.state)
}

const synced: SyncState = { ...neverSynced, syncedTo: morning, wholeAt: morning }
const tomorrow = plusMilliseconds(morning, 24 * 60 * 60 * 1000)

test('the first sync fetches the whole area and all that is known elsewhere, each once', async () => {
  const given = await all(steps(neverSynced, morning, ['1-999', first]))
  assert.deepEqual(idsOf(given), [...oldham, '1-999'].sort())
  assert.deepEqual(
    given.flatMap((step) => (step.kind === 'location' ? [step.record] : [])),
    oldham.map((id) => locations.get(id)),
  )
  assert.deepEqual(
    given.filter(({ kind }) => kind === 'gone'),
    [{ kind: 'gone', id: '1-999' }],
  )
  assert.deepEqual(stateAfter(given), synced)
  assert.ok(!cqc.asked.some(({ path }) => path.startsWith('/changes')))
})

test('afterwards it fetches what changed of the known, and what is new in the area', async () => {
  cqc.changed.push('1-777', second, '1-888', second, first)
  const given = await all(
    steps(
      synced,
      tomorrow,
      oldham.filter((id) => id !== third),
    ),
  )
  assert.deepEqual(idsOf(given), [first, second, third])
  assert.deepEqual(stateAfter(given), { ...synced, syncedTo: tomorrow })
  const changes = cqc.asked.find(({ path }) => path.startsWith('/changes'))
  assert.equal(
    changes?.url.searchParams.get('startTimestamp'),
    '2026-11-20T09:00:00Z',
    'a day before the last',
  )
  assert.equal(changes?.url.searchParams.get('endTimestamp'), '2026-11-22T09:00:00Z')
})

test('an id of the feed that is 404 is gone, and ends nothing', async () => {
  cqc.changed.push(first, second)
  cqc.locations.delete(first)
  const given = await all(steps(synced, tomorrow))
  assert.deepEqual(
    given.map(({ kind }) => kind),
    ['checkpoint', 'gone', 'location', 'checkpoint'],
  )
})

test('after a month all is fetched anew, also what the list leaves out', async () => {
  cqc.locations.delete(first)
  const later = instant('2026-12-25T09:00:00Z')
  const given = await all(steps({ ...synced, syncedTo: tomorrow }, later))
  assert.deepEqual(idsOf(given), oldham)
  assert.deepEqual(stateAfter(given), { ...neverSynced, syncedTo: later, wholeAt: later })
})

test('what is rejected is asked for again next time, until it can be read', async () => {
  cqc.changed.push(first, second)
  cqc.always(new RegExp(first), halfJson)
  const given = await all(steps(synced, tomorrow))
  assert.deepEqual(given[1], { kind: 'rejected', id: first, reason: 'the answer is not complete JSON' })
  assert.deepEqual(stateAfter(given).owed, [first])
  cqc.changed.length = 0
  const again = await all(steps(stateAfter(given), tomorrow))
  assert.deepEqual([idsOf(again), stateAfter(again).owed], [[first], [first]])
  cqc.calm()
  const well = await all(steps(stateAfter(again), tomorrow))
  assert.deepEqual([idsOf(well), stateAfter(well).owed], [[first], []])
})

test('one record on which CQC always fails is rejected; when CQC is down, it ends', async () => {
  cqc.changed.push(first, second, third, fourth)
  cqc.always(new RegExp(second), status(500))
  const given = await all(steps(synced, tomorrow))
  assert.deepEqual(
    given.map(({ kind }) => kind),
    ['checkpoint', 'location', 'rejected', 'location', 'location', 'checkpoint'],
  )
  cqc.calm()
  cqc.always(/^\/locations\//, reset)
  let last: SyncStep | undefined
  await assert.rejects(
    async () => {
      for await (const step of steps(synced, tomorrow)) if (step.kind === 'checkpoint') last = step
    },
    failsWith('cqc-unavailable', /connection failed/),
  )
  assert.ok(last?.kind === 'checkpoint')
  cqc.calm()
  assert.deepEqual(idsOf(await all(steps(stored(last.state), tomorrow))), [first, second, third, fourth])
})

test('a list that cannot be read ends the sync before it begins: nothing is taken for absent', async () => {
  cqc.always(/^\/locations\?/, status(503))
  await assert.rejects(all(steps(neverSynced)), failsWith('cqc-unavailable', /locations\?/))
})

/** Stores as a database would: what came since the last checkpoint together with its state, or not at all. */
const registerOf = () => {
  const register = { state: neverSynced, held: new Map<string, string>(), owed: 0 }
  const run = async (killAt: number): Promise<boolean> => {
    let batch: [string, string][] = []
    let at = 0
    for await (const step of steps(register.state, morning, [...register.held.keys()])) {
      if (at === killAt) return false
      at += 1
      if (step.kind === 'location') batch.push([step.record.id, JSON.stringify(step.record)])
      if (step.kind === 'checkpoint') {
        for (const [id, record] of batch) register.held.set(id, record)
        register.state = stored(step.state)
        batch = []
      }
    }
    return true
  }
  return { register, run }
}

test('killed anywhere and started again, it ends with the same register and the same state', async () => {
  const troubled = new RegExp(`${second}|${oldham[120]}`)
  const onePiece = registerOf()
  cqc.once(troubled, status(503), reset)
  assert.ok(await onePiece.run(Number.POSITIVE_INFINITY))
  assert.equal(onePiece.register.held.size, 451)
  for (const killAt of [0, 1, 51, 52, 230, 459, 460]) {
    const inPieces = registerOf()
    cqc.once(troubled, halfJson, status(429))
    assert.equal(await inPieces.run(killAt), false, `it was killed at step ${killAt}`)
    assert.ok(await inPieces.run(Number.POSITIVE_INFINITY))
    assert.deepEqual(inPieces.register, onePiece.register, `killed at step ${killAt}`)
  }
})

test('from a checkpoint it goes on with exactly what did not come before it', async () => {
  const before: SyncStep[] = []
  let state = neverSynced
  for await (const step of steps(neverSynced)) {
    before.push(step)
    if (step.kind !== 'checkpoint') continue
    state = stored(step.state)
    if (before.length > 100) break
  }
  assert.deepEqual([...idsOf(before), ...idsOf(await all(steps(state)))], oldham)
})

test('what was rejected before it was killed is still owed after it', async () => {
  const { register, run } = registerOf()
  cqc.always(new RegExp(`${first}$`), halfJson)
  assert.equal(await run(60), false)
  assert.ok(await run(Number.POSITIVE_INFINITY))
  assert.deepEqual(register.state, { ...synced, owed: [first] })
})

test('killed again and again, it comes to its end, and fetches nothing twice that was stored', async () => {
  const { register, run } = registerOf()
  cqc.calm()
  let runs = 0
  while (!(await run(60))) runs += 1
  assert.ok(runs >= 7, `${runs} runs were killed`)
  assert.deepEqual([...register.held.keys()].sort(), oldham)
  assert.deepEqual(register.state, synced)
  const details = cqc.asked.filter(({ path }) => path.startsWith('/locations/')).map(({ path }) => path)
  // A run fetches up to ten after its last checkpoint, and has five more under way.
  assert.ok(details.length <= oldham.length + runs * 15, `${details.length} calls`)
  const lists = cqc.asked.filter(({ url }) => url.searchParams.has('localAuthority'))
  assert.equal(lists.length, 5, 'the list was read once')
})

test('a state that cannot be read means a whole sync', () => {
  for (const rubbish of [
    null,
    undefined,
    {},
    'x',
    { ...synced, syncedTo: 'yesterday' },
    { ...synced, owed: 1 },
  ])
    assert.deepEqual(readSyncState(rubbish), neverSynced)
  const underWay = { startedAt: morning, whole: true, remaining: [first] }
  assert.deepEqual(stored({ ...synced, owed: [second], underWay }), { ...synced, owed: [second], underWay })
})
