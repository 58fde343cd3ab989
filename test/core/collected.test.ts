/** What is collected from when: only without a gap is silence a known zero (WA2). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { collectedOf, collectedSince, collectsFor, type Feed } from '../../src/core/intelligence/collected.ts'
import { blankFeed, readFeed, readUntil } from '../../src/core/intelligence/feed-form.ts'
import { type Day, day, plusDays } from '../../src/core/kit/days.ts'

const to = day('2026-11-21')
const period = (from: string, until: string | null = null) => ({
  from: day(from),
  until: until === null ? null : day(until),
})

const table: readonly (readonly [
  what: string,
  periods: ReturnType<typeof period>[],
  since: string | null,
])[] = [
  ['nothing is declared', [], null],
  ['one that goes on', [period('2026-01-01')], '2026-01-01'],
  ['one that begins today', [period('2026-11-21')], '2026-11-21'],
  ['one that begins tomorrow', [period('2026-11-22')], null],
  ['one that ended yesterday', [period('2026-01-01', '2026-11-20')], null],
  ['one that ends today', [period('2026-01-01', '2026-11-21')], '2026-01-01'],
  [
    'one carries on where another ended',
    [period('2025-01-01', '2026-05-31'), period('2026-06-01')],
    '2025-01-01',
  ],
  [
    'a day is missing between the two',
    [period('2025-01-01', '2026-05-30'), period('2026-06-01')],
    '2026-06-01',
  ],
  ['they overlap', [period('2025-01-01', '2026-07-01'), period('2026-06-01')], '2025-01-01'],
]
for (const [what, periods, since] of table)
  test(`${what}: since ${since ?? 'never'}`, () => assert.equal(collectedSince(periods, to), since))

const days = fc.integer({ min: -40, max: 10 }).map((ago) => plusDays(to, ago))
const periods = fc.array(
  fc
    .record({ from: days, until: fc.option(days) })
    .filter(({ from, until }) => until === null || until >= from),
  { maxLength: 6 },
)

test('every day since then is covered, and the day before is not', () => {
  fc.assert(
    fc.property(periods, (given) => {
      const covered = (on: Day) =>
        given.some(({ from, until }) => from <= on && (until === null || until >= on))
      const since = collectedSince(given, to)
      if (since === null) return assert.equal(covered(to), false)
      for (let on = since; on <= to; on = plusDays(on, 1)) assert.ok(covered(on), on)
      assert.equal(covered(plusDays(since, -1)), false)
    }),
  )
})

test('one more feed never makes less known', () => {
  fc.assert(
    fc.property(periods, periods, (some, more) => {
      const [before, after] = [collectedSince(some, to), collectedSince([...some, ...more], to)]
      assert.ok(before === null || (after !== null && after <= before))
    }),
  )
})

const feed = (change: Partial<Feed>): Feed => ({
  kind: 'care-concern',
  from: day('2026-01-01'),
  until: null,
  serviceTypes: null,
  services: null,
  ...change,
})
const home = { id: 'a', type: 'care-home', commissioned: true }

test('a feed is about commissioned services, those of its types, or those that it names', () => {
  assert.equal(collectsFor(feed({}), home), true)
  assert.equal(collectsFor(feed({}), { ...home, commissioned: false }), false)
  assert.equal(collectsFor(feed({ serviceTypes: ['home-care'] }), home), false)
  assert.equal(collectsFor(feed({ serviceTypes: ['care-home'] }), home), true)
  assert.equal(collectsFor(feed({ services: ['b'] }), home), false)
  assert.equal(collectsFor(feed({ services: ['a'] }), { ...home, commissioned: false }), true)
  const of = collectedOf([feed({}), feed({ kind: 'compliment', from: day('2026-12-01') })], home, to)
  assert.deepEqual(of, { 'care-concern': '2026-01-01' })
})

const typed = {
  ...blankFeed,
  name: 'Case system',
  kinds: ['care-concern'],
  day: '1',
  month: '4',
  year: '2026',
}
const wrong = (change: Partial<typeof typed>): readonly string[] => {
  const read = readFeed({ ...typed, ...change }, to)
  return 'errors' in read ? read.errors.map(({ field }) => field) : []
}

test('a declaration is read, or refused with everything that is wrong', () => {
  assert.deepEqual(wrong({}), [])
  assert.deepEqual(wrong({ name: '', kinds: ['gossip'], day: '' }), ['name', 'kinds', 'from'])
  assert.deepEqual(wrong({ year: '1926' }), ['from'])
  assert.deepEqual(wrong({ scope: 'types' }), ['types'])
  assert.deepEqual(wrong({ scope: 'services', services: ' \n' }), ['services'])
  assert.deepEqual(wrong({ scope: '' }), ['scope'])
  const read = readFeed({ ...typed, scope: 'services', services: ' Rowan House \n\n1-123' }, to)
  assert.ok('feed' in read)
  assert.deepEqual(read.feed.serviceLines, ['Rowan House', '1-123'])
  const until = (date: string) => readUntil({ day: date, month: '11', year: '2026' }, day('2026-11-10'), to)
  assert.deepEqual(until('20'), { until: '2026-11-20' })
  assert.ok('errors' in until('9') && 'errors' in until('22'))
})
