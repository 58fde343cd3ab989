/** Which registrations are one history. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../src/core/kit/days.ts'
import { chainsOf, type Link, type Registration } from '../../src/core/register/chains.ts'
import { locations } from './oldham.ts'

const registered = (id: string, from: string, to: string | null = null): Registration => ({
  id,
  from: day(from),
  to: to === null ? null : day(to),
})
const linked = (predecessor: string, successor: string): Link => ({ predecessor, successor })

test('a registration that ended is carried on by its successor, over several steps', () => {
  const all = [
    registered('c', '2020-01-01'),
    registered('a', '2010-01-01', '2015-01-02'),
    registered('b', '2015-01-01', '2020-01-01'),
  ]
  assert.deepEqual(chainsOf(all, [linked('a', 'b'), linked('b', 'c')]), [['a', 'b', 'c']])
})

test('one that goes on stands for itself, and so does one whose successor is not in the register', () => {
  const all = [registered('a', '2010-01-01'), registered('b', '2015-01-01')]
  assert.deepEqual(chainsOf(all, [linked('a', 'b'), linked('b', 'z')]), [['a'], ['b']])
})

test('of several successors the one that is still registered carries on; of several predecessors the last is carried', () => {
  const all = [
    registered('a', '2010-01-01', '2021-11-02'),
    registered('x', '2021-11-02', '2021-11-26'),
    registered('b', '2021-11-02'),
    registered('c', '2009-01-01', '2020-01-01'),
  ]
  assert.deepEqual(chainsOf(all, [linked('a', 'x'), linked('a', 'b'), linked('c', 'b')]), [
    ['x'],
    ['a', 'b'],
    ['c'],
  ])
})

test('links in a circle, to itself or backwards in time lead nowhere', () => {
  const all = [registered('a', '2010-01-01', '2020-01-01'), registered('b', '2015-01-01', '2021-01-01')]
  assert.deepEqual(chainsOf(all, [linked('a', 'a'), linked('b', 'a')]), [['a'], ['b']])
  assert.deepEqual(chainsOf(all, [linked('a', 'b'), linked('b', 'a')]), [['a', 'b']])
})

const realRegistrations = [...locations.values()].map(({ id, registered: { from, to } }) => ({
  id,
  from,
  to,
}))
const realLinks = [...locations.values()].flatMap(({ id, relationships }) =>
  relationships.map((other) => (other.kind === 'predecessor' ? linked(other.id, id) : linked(id, other.id))),
)

test('the 451 real locations are 338 histories, each location in one of them, in any order', () => {
  const expected = chainsOf(realRegistrations, realLinks)
    .map((chain) => chain.join())
    .sort()
  assert.equal(expected.length, 338)
  assert.deepEqual(new Set(expected.flatMap((chain) => chain.split(','))), new Set(locations.keys()))
  assert.ok(expected.includes('1-197062217,1-340762758,1-2034328584,1-3561815892,1-4126051126,1-14443163311'))
  fc.assert(
    fc.property(
      fc.shuffledSubarray(realRegistrations, { minLength: realRegistrations.length }),
      fc.shuffledSubarray(realLinks, { minLength: realLinks.length }),
      (registrations, links) => {
        const chains = chainsOf(registrations, links).map((chain) => chain.join())
        assert.deepEqual(chains.sort(), expected)
      },
    ),
    { numRuns: 20 },
  )
})
