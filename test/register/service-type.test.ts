import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capacityOf } from '../../src/core/register/capacity.ts'
import { explainServiceType, serviceTypeOf } from '../../src/core/register/service-type.ts'
import { location, locations } from './oldham.ts'

test('the service types of the real records', () => {
  const counts: Record<string, number> = {}
  for (const one of locations.values()) counts[serviceTypeOf(one)] = (counts[serviceTypeOf(one)] ?? 0) + 1
  assert.deepEqual(counts, {
    'home-care': 105,
    other: 226,
    'care-home': 87,
    'supported-living': 27,
    'extra-care': 6,
  })
})

test('a nursing home that also offers home care is a care home, and says why', () => {
  const { type, reason } = explainServiceType(location('1-18437805065'))
  assert.equal(type, 'care-home')
  assert.match(reason, /care home/)
})

test('a hospital is none of the council’s service types', () => {
  assert.equal(serviceTypeOf(location('RM317')), 'other')
})

test('only a care home has a capacity: the 0 of home care is no population', () => {
  assert.equal(capacityOf(location('1-5203053560')), 34)
  assert.equal(capacityOf(location('1-10024040008')), null)
  assert.equal(capacityOf(location('1-333124828')), null, '29 beds, of a clinic')
  assert.equal([...locations.values()].filter((one) => capacityOf(one) !== null).length, 87)
})
