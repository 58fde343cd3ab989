/** XmR charts by the rules of Making Data Count, against published examples. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../src/core/kit/days.ts'
import { chartOfCounts } from '../../src/core/trends/chart-of-counts.ts'
import { monthlyCounts } from '../../src/core/trends/monthly-counts.ts'
import { processLimits } from '../../src/core/trends/process-limits.ts'
import { type SpecialCause, specialCausesOf } from '../../src/core/trends/special-cause.ts'

/** Wide limits, so that a test meets only the rule that it is about. */
const wide = { mean: 0, lower: -100, upper: 100, nearLower: -90, nearUpper: 90 }

const marked = (values: readonly number[], rule: SpecialCause, limits = wide): string =>
  specialCausesOf({ values, limits })
    .map((found) => (found.includes(rule) ? '1' : '0'))
    .join('')

test('the limits of flowrate are those of the NIST/SEMATECH e-Handbook, section 6.3.2.2', () => {
  const flowrate = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
  const { mean, lower, upper } = processLimits(flowrate)
  assert.equal(mean.toFixed(2), '50.81')
  // The handbook writes 3/1.128 for our 2.66: 55.8041 and 45.8159.
  assert.ok(Math.abs(upper - 55.8041) < 0.001, String(upper))
  assert.ok(Math.abs(lower - 45.8159) < 0.001, String(lower))
})

test('one leap does not widen the limits behind which it would hide', () => {
  const steady = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6]
  const leap = [...steady, 40]
  const { mean, upper } = processLimits(leap)
  // The range of 34 is over 3.267 times the average of 3.75, so the average range is that of the steady months.
  assert.ok(Math.abs(upper - (mean + 2.66)) < 1e-9)
  assert.deepEqual(specialCausesOf({ values: leap, limits: processLimits(leap) }).at(-1), ['outside'])
})

// The examples by which NHSRplotthedots tests its rules, in whole points.
for (const [name, values, rule, expected] of [
  ['six on one side are chance', [1, 1, 1, 1, 1, 1], 'shift', '000000'],
  ['six and one on the other side are chance', [1, 1, 1, 1, 1, 1, -1], 'shift', '0000000'],
  ['eight above are a shift', [1, 1, 1, 1, 1, 1, 1, 1, -1], 'shift', '111111110'],
  ['eight below are a shift', [-1, -1, -1, -1, -1, -1, -1, -1, 1], 'shift', '111111110'],
  ['a value on the average is on neither side', [1, 1, 1, 0, 1, 1, 1, 1], 'shift', '00000000'],
  ['six that rise are chance', [1, 2, 3, 4, 5, 6], 'trend', '000000'],
  ['a step that stands still ends a trend', [1, 2, 3, 3, 4, 5, 6], 'trend', '0000000'],
  ['seven that rise are a trend', [1, 2, 3, 4, 5, 6, 7], 'trend', '1111111'],
  ['seven that rise within others', [2, 1, 2, 3, 4, 5, 6, 7, 3], 'trend', '011111110'],
  ['seven that fall are a trend', [7, 6, 5, 4, 3, 2, 1], 'trend', '1111111'],
  ['two of three near the limit, the first and last', [1, 95, 1, 95, 1], 'near-limit', '01010'],
  ['two of three near the limit, side by side', [1, 1, 95, 95, 1], 'near-limit', '00110'],
  ['two of four are chance', [95, 1, 1, 95], 'near-limit', '0000'],
  ['on opposite sides they are chance', [95, 1, -95], 'near-limit', '000'],
  ['with one of the three on the other side they are chance', [95, -1, 95], 'near-limit', '000'],
  ['on the limit is inside', [100, 0, -100], 'outside', '000'],
  ['beyond the limit is outside', [100.1, 0, -100.1], 'outside', '101'],
] as const)
  test(`${rule}: ${name}`, () => assert.equal(marked(values, rule), expected))

test('what every rule says is the same when the series is turned upside down', () => {
  const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(series, (values) => {
      const turned = values.map((value) => -value)
      assert.deepEqual(
        specialCausesOf({ values, limits: processLimits(values) }),
        specialCausesOf({ values: turned, limits: processLimits(turned) }),
      )
    }),
  )
})

const items = (...days: readonly string[]) => days.map((occurred) => ({ occurred: day(occurred) }))

test('only whole months that were collected and have ended are counted', () => {
  const counted = monthlyCounts({
    items: items('2026-07-31', '2026-08-01', '2026-08-31', '2026-10-05', '2026-11-02'),
    collectedFrom: day('2026-07-02'),
    asAt: day('2026-11-22'),
    months: 24,
  })
  assert.deepEqual(
    counted.map(({ from, to, count }) => [from, to, count]),
    [
      ['2026-08-01', '2026-08-31', 2],
      ['2026-09-01', '2026-09-30', 0],
      ['2026-10-01', '2026-10-31', 1],
    ],
  )
})

test('a month that ends on the day itself has ended', () => {
  const given = { items: [], collectedFrom: day('2026-10-01'), months: 24 }
  assert.equal(monthlyCounts({ ...given, asAt: day('2026-10-30') }).length, 0)
  assert.equal(monthlyCounts({ ...given, asAt: day('2026-10-31') }).length, 1)
})

test('the latest months are shown, and no more of them than asked for', () => {
  const given = { items: [], collectedFrom: day('2020-01-01'), asAt: day('2026-11-22') }
  const counted = monthlyCounts({ ...given, months: 24 })
  assert.equal(counted.length, 24)
  assert.equal(counted[0]?.from, '2024-11-01')
  assert.equal(counted.at(-1)?.from, '2026-10-01')
})

const months = (counts: readonly number[]) =>
  counts.map((count) => ({ from: day('2026-01-01'), to: day('2026-01-31'), count }))

test('too few months and too small counts have no limits, and say why', () => {
  const why = (counts: readonly number[]) => {
    const chart = chartOfCounts(months(counts))
    return chart.kind === 'limits' ? 'limits' : chart.why
  }
  assert.equal(why([]), 'few-months')
  assert.equal(why(Array.from({ length: 12 }, () => 3)), 'few-months')
  assert.equal(why(Array.from({ length: 13 }, () => 3)), 'limits')
  assert.equal(why([1, ...Array.from({ length: 23 }, () => 0)]), 'small-counts')
})

test('the lower limit of a count is never below nought', () => {
  const chart = chartOfCounts(months([0, 6, 0, 6, 0, 6, 0, 6, 0, 6, 0, 6, 0]))
  assert.equal(chart.kind === 'limits' && chart.limits.lower, 0)
})
