import assert from 'node:assert/strict'
import test from 'node:test'
import { quantityOf } from '../../src/core/kit/exact.ts'
import type { Band } from '../../src/core/policy/band.ts'
import type { OverallRule, Policy, ShareTolerance } from '../../src/core/policy/policy.ts'
import { rate } from '../../src/core/ratings/rate.ts'
import { asAt, concerns, home } from './home.ts'
import { shipped } from './shipped.ts'

const wirral = await shipped('wirral-2022')

const [red, amber, green] = wirral.rating.bands as readonly [Band, Band, Band]

const withOverall = (overall: OverallRule): Policy => ({ ...wirral, rating: { ...wirral.rating, overall } })

const cell = (band: Band, from: string | null, to: string | null): ShareTolerance => {
  const edge = (text: string | null) => {
    const at = text === null ? null : quantityOf(text)
    return at === null ? null : { at, inclusive: true }
  }
  return { band, text: '', low: edge(from), high: edge(to) }
}

// Red by concerns (4 of 40), Amber by CQC (Good without parts), Green by notifications (none).
const service = home({
  intelligence: concerns(4),
  gradings: [{ scheme: 'cqc', published: asAt, recorded: asAt, overall: 'Good', parts: {} }],
})

test('worst: the worst known criterion decides', () => {
  assert.deepEqual(rate(service, wirral, asAt).overall.decidedBy, ['care-concerns'])
})

test('points: the points of the known criteria are added and banded', () => {
  const points = [
    { band: red, each: 3 },
    { band: amber, each: 1 },
    { band: green, each: 0 },
  ]
  const tolerances = [cell(red, '6', null), cell(amber, '4', '5'), cell(green, '0', '3')]
  const { overall } = rate(service, withOverall({ kind: 'points', leastKnown: 3, points, tolerances }), asAt)
  assert.deepEqual(
    { band: overall.band, points: overall.points, decidedBy: overall.decidedBy },
    { band: 'amber', points: 4, decidedBy: ['cqc-rating', 'care-concerns'] },
  )
})

test('at least n: a band needs so many criteria that propose it or worse', () => {
  const needs = (forRed: number, forAmber: number): OverallRule => ({
    kind: 'at-least-n',
    leastKnown: 3,
    needs: [
      { band: red, criteria: forRed },
      { band: amber, criteria: forAmber },
      { band: green, criteria: 0 },
    ],
  })
  assert.equal(rate(service, withOverall(needs(1, 1)), asAt).overall.band, 'red')
  assert.equal(rate(service, withOverall(needs(2, 2)), asAt).overall.band, 'amber')
  assert.equal(rate(service, withOverall(needs(2, 3)), asAt).overall.band, 'green')
})

test('too few known: no overall, whatever the way', () => {
  for (const overall of [
    { kind: 'worst', leastKnown: 4 },
    { kind: 'at-least-n', leastKnown: 4, needs: [] },
  ] as const) {
    const { band, state, decidedBy, known } = rate(service, withOverall(overall), asAt).overall
    assert.deepEqual(
      { band, state, decidedBy, known },
      { band: null, state: 'unknown', decidedBy: [], known: 3 },
    )
  }
})

test('where fewer criteria apply than are needed, all that apply suffice', () => {
  const criteria = wirral.rating.criteria.filter(({ id }) => id === 'care-concerns')
  const policy = { ...wirral, rating: { ...wirral.rating, criteria } }
  assert.equal(rate(service, policy, asAt).overall.band, 'red')
})

test('where none applies, there is no overall', () => {
  const points = { kind: 'points', leastKnown: 0, points: [], tolerances: [cell(green, '0', null)] } as const
  for (const overall of [wirral.rating.overall, points]) {
    const policy = { ...wirral, rating: { ...wirral.rating, overall, criteria: [] } }
    assert.equal(rate(service, policy, asAt).overall.state, 'unknown')
  }
})

test('a criterion of points adds up what occurred in the window', () => {
  const criteria = wirral.rating.criteria.map((criterion) => {
    if (criterion.kind !== 'rate' || criterion.id !== 'care-concerns') return criterion
    const { one: _one, many: _many, counts: _counts, ...rest } = criterion
    const tolerances = [cell(red, '6', null), cell(amber, '3', '5'), cell(green, '0', '2')]
    return { ...rest, kind: 'points', points: [{ kind: 'care-concern', each: 2 }], tolerances } as const
  })
  const policy = { ...wirral, rating: { ...wirral.rating, criteria } }
  const [, found] = rate(home({ intelligence: concerns(2), population: null }), policy, asAt).criteria
  assert.ok(found?.state === 'known')
  assert.deepEqual([found.value, found.proposes, found.interval], [4, 'amber', null])
  assert.match(found.because, /^4 points since 21 August\. 3 to 5 is Amber\./)
})
