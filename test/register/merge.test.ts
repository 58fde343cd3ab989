/** What several sources say of a location becomes one record, whatever the order in which it came. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../src/core/kit/days.ts'
import { knowledgeOf } from '../../src/core/register/knowledge.ts'
import { canonical } from '../../src/core/register/merge/canonical.ts'
import type { Known } from '../../src/core/register/merge/known.ts'
import { isAsNew, pastOf, type Tellings } from '../../src/core/register/merge/past.ts'
import { mergeKnowledge } from '../../src/core/register/merge.ts'
import type { Rating } from '../../src/core/register/rating.ts'
import { locations } from './oldham.ts'

const blank: Known = {
  source: 'directory',
  produced: '2025-03-28',
  facts: { name: 'Rowan House' },
  ratings: null,
  latestCheck: null,
  latestReport: null,
}
const good: Rating = {
  overall: 'Good',
  published: day('2024-09-17'),
  keyQuestions: [{ name: 'Safe', rating: 'Good' }],
  service: null,
  scheme: 'single-assessment-framework',
  inherited: false,
  report: 'r1',
}
const saying = (
  produced: string,
  source: Known['source'],
  list: readonly Rating[],
  complete = true,
): Known => ({
  ...blank,
  produced,
  source,
  ratings: { list, complete },
})
const merge = (...known: readonly Known[]) => mergeKnowledge('1-1', known)
const words = (...known: readonly Known[]) =>
  merge(...known).ratings.map(({ overall, published, service }) => [overall, published, service].join(' '))

test('each fact comes from the newest source that states it, and what none states is not known', () => {
  const older = { ...blank, produced: '2019-08-01', facts: { name: 'Rowan', phone: '0161', beds: 30 } }
  const newer = { ...blank, facts: { name: 'Rowan House', phone: null } }
  const { name, phone, beds, uprn } = merge(newer, older)
  assert.deepEqual({ name, phone, beds, uprn }, { name: 'Rowan House', phone: null, beds: 30, uprn: null })
})

test('an address and a registration are put together of their parts', () => {
  const address = { lines: ['1 High Street'], town: 'Oldham' }
  const newer = { ...blank, facts: { name: 'Rowan House', address, registered: { to: null } } }
  const older = {
    ...blank,
    produced: '',
    facts: {
      address: { lines: [], county: 'Lancashire' },
      registered: { from: day('2011-01-01'), to: day('2020-01-01') },
    },
  }
  const merged = merge(older, newer)
  assert.deepEqual(merged.address, { ...address, county: 'Lancashire' })
  assert.deepEqual(merged.registered, { from: '2011-01-01', to: null })
})

test('of one day the fuller source stands, and the moment of a fetch comes after its day', () => {
  const api: Known = { ...blank, source: 'api', facts: { name: 'By the API' } }
  assert.equal(merge(blank, api).name, 'By the API')
  assert.equal(merge({ ...api, produced: '2025-03-28T00:00:00.000Z' }, blank).name, 'By the API')
  assert.equal(merge({ ...api, produced: '' }, blank).name, 'Rowan House')
})

test('all that was ever published stays, each once, and a capital letter is no change', () => {
  const old = { ...good, overall: 'Requires Improvement', published: day('2019-07-17') }
  const listed = saying('2025-03-28', 'latest-ratings', [{ ...good, scheme: 'ratings-2014', report: null }])
  const full = saying('2025-03-13', 'api', [good, { ...old, overall: 'Requires improvement' }])
  assert.deepEqual(words(listed, full), ['Good 2024-09-17 ', 'Requires improvement 2019-07-17 '])
  assert.deepEqual(words(saying('2025-01-01', 'latest-ratings', [old]), full), words(listed, full))
})

test('of one day and service the newest word stands; the API knows the scheme, and key questions are not lost', () => {
  const bare = { ...good, keyQuestions: [], scheme: 'ratings-2014' as const, report: null }
  const [rating] = merge(
    saying('2025-03-28', 'active-locations', [bare], false),
    saying('', 'api', [good]),
  ).ratings
  assert.deepEqual(rating, good)
  const corrected = saying('2025-03-28', 'latest-ratings', [{ ...good, overall: 'Inadequate' }])
  assert.deepEqual(words(corrected, saying('', 'api', [good])), ['Inadequate 2024-09-17 '])
})

test('Not Rated stands only while nobody newer says otherwise', () => {
  const none = { ...good, overall: 'Not Rated', published: null, keyQuestions: [] }
  const service = { ...good, service: 'Homecare agencies' }
  assert.deepEqual(
    words(saying('2025-01-01', 'latest-ratings', [none]), saying('2025-03-28', 'api', [good])),
    ['Good 2024-09-17 '],
  )
  const shape2026 = saying('2026-08-03', 'latest-ratings', [none, service])
  const before = saying('2025-03-13', 'api', [{ ...good, published: day('2019-01-01') }])
  assert.deepEqual(words(before, shape2026), [
    'Good 2024-09-17 Homecare agencies',
    'Good 2019-01-01 ',
    'Not Rated  ',
  ])
  const gone = { ...none, service: 'Homecare agencies' }
  assert.deepEqual(
    words(saying('2025-01-01', 'latest-ratings', [gone]), saying('2025-03-28', 'api', [good])),
    ['Good 2024-09-17 '],
  )
})

test('every real record alone is itself again', () => {
  for (const record of locations.values()) {
    const {
      latestCheck: _,
      latestReport: __,
      ...merged
    } = mergeKnowledge(record.id, [{ produced: '2025-03-13', ...knowledgeOf(record) }])
    assert.equal(canonical(merged), canonical(record), record.id)
  }
})

const anyRating = fc.record({
  overall: fc.constantFrom('Good', 'Requires Improvement', 'Requires improvement', 'Inadequate', 'Not Rated'),
  published: fc.constantFrom(null, day('2019-01-01'), day('2024-09-17'), day('2025-02-01')),
  keyQuestions: fc.constantFrom(
    [],
    [{ name: 'Safe', rating: 'Good' }],
    [{ name: 'Safe', rating: 'Inadequate' }],
  ),
  service: fc.constantFrom(null, 'Homecare agencies', 'homecare agencies'),
  scheme: fc.constantFrom('ratings-2014' as const, 'single-assessment-framework' as const),
  inherited: fc.boolean(),
  report: fc.constantFrom(null, 'r1'),
})
const anyKnown: fc.Arbitrary<Known> = fc.record({
  source: fc.constantFrom('api', 'directory', 'latest-ratings', 'active-locations', 'website-search'),
  produced: fc.constantFrom('', '2019-08-01', '2025-03-28', '2025-03-28T10:00:00.000Z'),
  facts: fc.record(
    {
      name: fc.constantFrom('Rowan House', 'Rowan Lodge'),
      phone: fc.constantFrom(null, '0161'),
      beds: fc.constantFrom(null, 0, 30),
      address: fc.record({
        lines: fc.constantFrom([], ['1 High Street']),
        town: fc.constantFrom(null, 'Oldham'),
      }),
      registered: fc.record({ to: fc.constantFrom(null, day('2020-01-01')) }),
    },
    { requiredKeys: [] },
  ),
  ratings: fc.option(fc.record({ list: fc.array(anyRating, { maxLength: 4 }), complete: fc.boolean() })),
  latestCheck: fc.constantFrom(null, day('2024-01-01'), day('2025-01-01')),
  latestReport: fc.constant(null),
})

test('neither order nor repetition changes what is merged, nor the order of stored keys', () => {
  const shuffled = fc
    .array(anyKnown, { maxLength: 6 })
    .chain((known) =>
      fc.tuple(
        fc.constant(known),
        fc.shuffledSubarray(known, { minLength: known.length }),
        fc.shuffledSubarray(known),
      ),
    )
  fc.assert(
    fc.property(shuffled, ([known, otherOrder, again]) => {
      const expected = JSON.stringify(mergeKnowledge('1-1', known))
      assert.equal(JSON.stringify(mergeKnowledge('1-1', otherOrder)), expected)
      assert.equal(JSON.stringify(mergeKnowledge('1-1', [...again, ...otherOrder])), expected)
      const stored: Known[] = JSON.parse(canonical(otherOrder))
      assert.equal(JSON.stringify(mergeKnowledge('1-1', stored)), expected)
    }),
    { numRuns: 500 },
  )
})

const anyTelling: fc.Arbitrary<Tellings> = fc.record({
  produced: fc.constantFrom('', '2025-01-03', '2025-02-03', '2025-03-03'),
  file: fc.constantFrom('a', 'b'),
  list: fc.array(anyRating, { maxLength: 3 }),
  past: fc.constant([]),
})

const both = (one: Tellings, other: Tellings): Tellings => {
  const [newest, older] = isAsNew(one, other) ? [one, other] : [other, one]
  return { ...newest, past: pastOf(newest, older) }
}

test('what a source listed before is the same whichever of its files came first, and how often', () => {
  // One file is one list: a digest does not stand for two.
  const tellings = fc
    .uniqueArray(anyTelling, {
      minLength: 1,
      maxLength: 5,
      selector: ({ produced, file }) => produced + file,
    })
    .chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray(all),
      ),
    )
  fc.assert(
    fc.property(tellings, ([all, otherOrder, again]) => {
      const expected = canonical(all.reduce(both))
      assert.equal(canonical(otherOrder.reduce(both)), expected)
      assert.equal(canonical([...otherOrder, ...again].reduce(both)), expected)
    }),
    { numRuns: 500 },
  )
})
