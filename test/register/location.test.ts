import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Rating } from '../../src/core/register/rating.ts'
import { location, locations, providers } from './oldham.ts'

/** Real records, each compared with CQC's JSON by eye. */

/** A rating in one line: overall, day, service, the first letters of scheme, inherited, and key questions. */
const line = (rating: Rating): string =>
  [
    rating.overall,
    rating.published,
    rating.service ?? 'own',
    rating.scheme === 'ratings-2014' ? '2014' : 'saf',
    ...(rating.inherited ? ['inherited'] : []),
    ...rating.keyQuestions.map(({ name, rating: given }) => `${name}:${given}`),
  ].join(' | ')

const five = (rating: string) =>
  ['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led'].map((name) => `${name}:${rating}`).join(' | ')

test('every real record is read', () => {
  assert.equal(locations.size, 451)
  assert.equal(providers.size, 20)
})

test('not rated yet: a dormant home care agency', () => {
  assert.deepEqual(
    { ...location('1-10024040008'), specialisms: [] },
    {
      id: '1-10024040008',
      name: 'Ebenezer Care Services',
      providerId: '1-9408305833',
      localAuthority: 'Oldham',
      region: 'North West',
      postcode: 'M35 9BG',
      address: {
        lines: ['S/C 2-5, Ivy Business Centre', 'Crown Street, Failsworth'],
        town: 'Manchester',
        county: null,
      },
      latitude: 53.5120651,
      longitude: -2.1572985,
      uprn: '422000118571',
      phone: '01616691029',
      website: null,
      registered: { from: '2021-03-31', to: null },
      brand: null,
      managerInPost: true,
      managerAbsentSince: null,
      careHome: false,
      beds: 0,
      dormant: true,
      kinds: ['Homecare agencies'],
      directorate: 'Adult social care',
      specialisms: [],
      relationships: [],
      ratings: [],
    },
  )
})

test('both shapes in one record: the single assessment framework is newer than the history', () => {
  const treetops = location('1-5203053560')
  assert.deepEqual(treetops.ratings.map(line), [
    `Good | 2024-09-17 | own | saf | ${five('Good')}`,
    `Good | 2020-12-18 | own | 2014 | ${five('Good')}`,
    'Requires improvement | 2019-07-17 | own | 2014 | Safe:Requires improvement | Well-led:Requires improvement',
  ])
  assert.equal(treetops.beds, 34)
  assert.deepEqual(treetops.relationships, [
    { kind: 'predecessor', id: '1-280584830', name: 'Treetops Nursing Home', reason: 'New Provider' },
  ])
})

test('assessed without a rating: a dentist of the single assessment framework', () => {
  assert.deepEqual(location('1-16561595022').ratings.map(line), [
    `No published rating | 2024-11-18 | own | saf | ${five('Regulations met')}`,
    `Inspected but not rated | 2022-03-07 | own | 2014 | ${five('No published rating')}`,
    'Inspected but not rated | 2021-12-06 | own | 2014 | inherited',
  ])
})

test('population groups stand as ratings of their own, and those in both lists stand once', () => {
  const newest = location('1-569934227').ratings.slice(0, 8).map(line)
  assert.deepEqual(newest, [
    `Good | 2024-05-10 | own | saf | ${five('Good')}`,
    `Good | 2019-05-21 | own | 2014 | ${five('Good')}`,
    'Good | 2019-05-21 | conditions | 2014',
    'Requires improvement | 2019-05-21 | mothers | 2014',
    'Good | 2019-05-21 | old | 2014',
    'Good | 2019-05-21 | population | 2014',
    'Good | 2019-05-21 | problems | 2014',
    'Good | 2019-05-21 | vulnerable | 2014',
  ])
})

test('inherited in part: two key questions come from before the move', () => {
  const unicorn = location('1-9588358014')
  assert.deepEqual(unicorn.ratings.map(line), [
    `Good | 2021-05-13 | own | 2014 | inherited | ${five('Good')}`,
    'Inspected but not rated | 2020-10-02 | own | 2014 | inherited | Safe:Inspected but not rated | Responsive:Inspected but not rated | Well-led:Inspected but not rated',
    // Effective and Caring stand under currentRatings only, with this day.
    'Requires improvement | 2019-04-18 | own | 2014 | inherited | Safe:Requires improvement | Effective:Good | Caring:Good | Responsive:Requires improvement | Well-led:Requires improvement',
  ])
  assert.deepEqual(unicorn.relationships, [
    { kind: 'predecessor', id: '1-4815596978', name: 'Unicorn1care Ltd', reason: 'Location Move' },
  ])
})

test('inherited whole, from the provider before', () => {
  const park = location('1-18437805065')
  assert.ok(park.ratings.length === 4 && park.ratings.every((rating) => rating.inherited))
  assert.equal(
    park.ratings.map(line)[2],
    'Good | 2018-08-11 | own | 2014 | inherited | Safe:Good | Effective:Good | Caring:Good | Responsive:Requires improvement | Well-led:Good',
  )
  assert.deepEqual(park.registered, { from: '2024-01-31', to: null })
  assert.deepEqual(park.kinds, ['Homecare agencies', 'Nursing homes'])
})

test('deregistered, with a later inspection that rated nothing', () => {
  const italia = location('1-3995862205')
  assert.deepEqual(italia.registered, { from: '2017-07-17', to: '2020-07-21' })
  assert.equal(italia.managerInPost, null)
  assert.deepEqual(
    italia.ratings.map(({ overall, published }) => [overall, published]),
    [
      ['Inspected but not rated', '2020-04-02'],
      ['Inadequate', '2018-05-25'],
    ],
  )
})

test('predecessor and successor of a practice that changed hands twice', () => {
  const practice = location('1-1015412687')
  assert.deepEqual(
    practice.relationships.map(({ kind, id }) => [kind, id]),
    [
      ['predecessor', '1-188693354'],
      ['successor', '1-619125906'],
    ],
  )
  assert.deepEqual(practice.registered, { from: '2013-10-28', to: '2014-05-30' })
})

test('the overall rating keeps its own day where its services were rated later: a hospital', () => {
  const hospital = location('RM317')
  const own = hospital.ratings
    .filter((rating) => rating.service === null)
    .map(({ overall, published }) => [overall, published])
  assert.deepEqual(own.slice(0, 2), [
    ['Inspected but not rated', '2022-12-22'],
    ['Requires improvement', '2021-02-10'],
  ])
  assert.equal(hospital.managerInPost, null, 'NHS locations have no registered manager, and lack none')
})

test('the registered manager has left', () => {
  const { managerInPost, managerAbsentSince } = location('1-117886088')
  assert.deepEqual(
    { managerInPost, managerAbsentSince },
    { managerInPost: false, managerAbsentSince: '2025-03-13' },
  )
})

test('ratings stand newest first, the undated last', () => {
  for (const { id, ratings } of locations.values()) {
    const days = ratings.map((rating) => rating.published ?? '')
    assert.deepEqual(days, days.toSorted().reverse(), id)
  }
})
