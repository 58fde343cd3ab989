/** Suspensions of new placements: when one holds, and what the forms refuse (W4.6). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Day, day, plusDays } from '../../src/core/kit/days.ts'
import { readLift } from '../../src/core/suspensions/lift-form.ts'
import { isInForce, standingOn } from '../../src/core/suspensions/suspension.ts'
import {
  blankSuspension,
  changedFields,
  readSuspension,
  typedOf,
} from '../../src/core/suspensions/suspension-form.ts'

const choices = {
  kinds: [{ id: 'all' }],
  reasons: [{ id: 'cqc' }],
  contracts: [
    { id: 'permits', permits: true },
    { id: 'forbids', permits: false },
  ],
}

const right = { ...blankSuspension, kind: 'all', reason: 'cqc', starts: '27 3 2026', contract: 'permits' }

const errorsOf = (changes: Partial<typeof right>): readonly string[] => {
  const read = readSuspension({ ...right, ...changes }, choices)
  return 'errors' in read ? read.errors.map(({ field }) => field) : []
}

test('it holds from its first day, and no more on the day on which placements can be made again', () => {
  const span = { starts: day('2026-03-01'), liftedOn: day('2026-03-10') }
  const cases: readonly [string, string][] = [
    ['2026-02-28', 'to-come'],
    ['2026-03-01', 'in-force'],
    ['2026-03-09', 'in-force'],
    ['2026-03-10', 'lifted'],
  ]
  for (const [on, standing] of cases) assert.equal(standingOn(span, day(on)), standing, on)
})

test('lifted on its first day, it was never in force', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
      const starts = day('2026-03-01')
      return !isInForce({ starts, liftedOn: starts }, plusDays(starts, days))
    }),
  )
})

test('what is read comes back to the form as it was typed, and then changes nothing', () => {
  const read = readSuspension({ ...right, reviewOn: '1 12 2026', clause: ' 12.3 ' }, choices)
  assert.ok(!('errors' in read))
  const again = readSuspension(typedOf(read), choices)
  assert.ok(!('errors' in again))
  assert.deepEqual(changedFields(read, again), [])
  assert.deepEqual(changedFields(read, { ...again, clause: null }), ['clause'])
})

test('everything that is wrong is said at once', () => {
  assert.deepEqual(
    errorsOf({ kind: 'none', reason: '', starts: '31 2 2026', contract: '', clause: 'x'.repeat(201) }),
    ['kind', 'reason', 'starts', 'clause', 'contract'],
  )
  assert.deepEqual(errorsOf({ reviewOn: '26 3 2026' }), ['reviewOn'])
})

test('a contract that does not permit suspension needs a second word', () => {
  assert.deepEqual(errorsOf({ contract: 'forbids' }), ['despite'])
  assert.deepEqual(errorsOf({ contract: 'forbids', despite: 'yes' }), [])
  assert.deepEqual(errorsOf({ contract: 'none' }), [])
})

test('a suspension is not lifted before it holds, and not without a reason of the policy', () => {
  const read = (on: string, reason: string, starts: Day = day('2026-03-01')) =>
    readLift({ on, reason, note: '' }, starts, [{ id: 'improved' }])
  assert.deepEqual(read('1 3 2026', 'improved'), { on: '2026-03-01', reason: 'improved', note: null })
  const wrong = read('28 2 2026', 'tired')
  assert.deepEqual('errors' in wrong && wrong.errors.map(({ field }) => field), ['on', 'reason'])
})
