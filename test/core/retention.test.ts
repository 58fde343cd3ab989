/** What is due for disposal, worked out on paper: one table, and properties (X11). */
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type Day, day, plusDays } from '../../src/core/kit/days.ts'
import { closedAtMost, dueOn, type Hold, keptUntil, type Period } from '../../src/core/retention/due.ts'

const cases: readonly (readonly [closed: string, period: Period, on: string, due: boolean, why: string])[] = [
  ['2018-11-21', { years: 8 }, '2026-11-21', false, 'the last day is still kept'],
  ['2018-11-21', { years: 8 }, '2026-11-22', true, 'the day after it is due'],
  ['2020-02-29', { years: 1 }, '2021-02-28', false, 'a leap day is kept until the end of February'],
  ['2020-02-29', { years: 1 }, '2021-03-01', true, 'and no longer'],
  ['2026-08-31', { months: 3 }, '2026-11-30', false, 'a month that is shorter ends the period with it'],
  ['2026-08-31', { months: 3 }, '2026-12-01', true, 'and the next month begins'],
  ['2026-11-01', { days: 20 }, '2026-11-21', false, 'days are counted from the day after'],
  ['2026-11-01', { days: 20 }, '2026-11-22', true, 'and one more is over'],
  ['2026-11-20', { days: 0 }, '2026-11-20', false, 'what is not kept at all is kept on its day'],
  ['2026-11-20', { days: 0 }, '2026-11-21', true, 'and not on the next'],
  ['2030-01-01', { days: 1 }, '2026-11-21', false, 'what closes in the future is not due'],
]

const record = (closedOn: string) => ({ id: 'a', closedOn: day(closedOn), service: 's' })

for (const [closed, period, on, due, why] of cases)
  test(`${closed}, ${JSON.stringify(period)}, on ${on}: ${why}`, () => {
    assert.equal(dueOn([record(closed)], { kind: 'k', period }, [], day(on)).length === 1, due)
  })

const holds: readonly (readonly [Hold, held: boolean])[] = [
  [{ kind: 'k', id: 'a' }, true],
  [{ kind: 'service', id: 's' }, true],
  [{ kind: 'k', id: 'b' }, false],
  [{ kind: 'other', id: 'a' }, false],
  [{ kind: 'service', id: 'a' }, false],
]

for (const [hold, held] of holds)
  test(`a hold on ${hold.kind} ${hold.id} ${held ? 'keeps' : 'does not keep'} record a of kind k of service s`, () => {
    const due = dueOn([record('2000-01-01')], { kind: 'k', period: { years: 1 } }, [hold], day('2026-11-21'))
    assert.equal(due.length === 0, held)
  })

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => plusDays(day('1990-01-01'), days))
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ years: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ months: fc.integer({ min: 0, max: 400 }) }),
  fc.record({ days: fc.integer({ min: 0, max: 10_000 }) }),
)

test('whatever is due was closed by the day that is looked for at most', () => {
  fc.assert(
    fc.property(anyDay, anyPeriod, anyDay, (closed: Day, period, on: Day) => {
      if (keptUntil(closed, period) < on) assert.ok(closed <= closedAtMost(period, on))
    }),
  )
})

test('what is due stays due, and a longer period never makes anything due', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 20 }), anyDay, (closed: Day, years, on: Day) => {
      const due = (period: Period, at: Day) => keptUntil(closed, period) < at
      if (due({ years }, on)) assert.ok(due({ years }, plusDays(on, 1)))
      if (due({ years: years + 1 }, on)) assert.ok(due({ years }, on))
    }),
  )
})
