/** Criteria that read what people state of a service: amounts, levels and days, by keys that only the pack knows. */
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { day, minusMonths, plusDays } from '../../src/core/kit/days.ts'
import { compare } from '../../src/core/kit/exact.ts'
import { monthsSince } from '../../src/core/kit/months.ts'
import { readFacts } from '../../src/core/ratings/facts-file/read.ts'
import { rate } from '../../src/core/ratings/rate.ts'
import { asAt, home } from './home.ts'
import { shipped } from './shipped.ts'

const [bolton, wirral] = await Promise.all([shipped('bolton-2023'), shipped('wirral-2022')])

const faultsOf = (risk: unknown, policy = bolton): readonly string[] => {
  const read = readFacts({ services: [{ id: 's1', serviceType: 'care-home', risk }] }, policy)
  return read.ok ? [] : read.faults.map(({ where, says }) => `${where}: ${says}`)
}

test('every fault of a stated fact is reported at its JSON path', () => {
  assert.deepEqual(
    faultsOf({
      peopleFundd: 1,
      peopleFunded: 3.5,
      annualValue: -1,
      needLevel: 'hihg',
      lastMedicationAudit: '2025-06-31',
    }).toSorted(),
    [
      '$.services[0].risk.annualValue: -1 is neither null nor a number of 0 or more with at most four decimals.',
      '$.services[0].risk.lastMedicationAudit: "2025-06-31" is not a day as YYYY-MM-DD.',
      '$.services[0].risk.needLevel: "hihg" is not known here.',
      '$.services[0].risk.peopleFundd: The key "peopleFundd" is not known here.',
      '$.services[0].risk.peopleFunded: 3.5 is neither null nor a whole number of 0 or more.',
    ],
  )
  for (const wrong of ['250000', true, 1e21, 0.00001])
    assert.equal(faultsOf({ annualValue: wrong }).length, 1, String(wrong))
})

test('null and absent are the same: unknown, listed as missing, and never a fault', () => {
  for (const risk of [undefined, null, {}, { peopleFunded: null, needLevel: null }]) {
    const read = readFacts({ services: [{ id: 's1', serviceType: 'care-home', risk }] }, bolton)
    assert.ok(read.ok)
    const [facts] = read.services
    assert.ok(facts)
    assert.deepEqual(rate(facts, bolton, asAt).overall.missing.slice(-4), [
      'people-funded',
      'annual-value',
      'need-level',
      'last-medication-audit',
    ])
  }
})

test('a policy that reads no stated fact knows no such key', () => {
  assert.deepEqual(faultsOf({}, wirral), ['$.services[0].risk: The key "risk" is not known here.'])
})

test('what a person reads says the fact, its cell and its points', () => {
  const { criteria } = rate(
    home({
      risk: { peopleFunded: 1, annualValue: 1250000.5, needLevel: 'high', lastMedicationAudit: '2025-06-01' },
    }),
    bolton,
    asAt,
  )
  assert.deepEqual(
    criteria.slice(-4).map(({ because }) => because),
    [
      'People funded: 1 person. Under 20 is Low risk. It adds 0 points.',
      'Value of the contract a year: 1,250,000.5 pounds. 1,000,000 or more is High risk. It adds 2 points.',
      'Level of need: high. This is High risk. It adds 2 points.',
      'Last medication audit: 1 June 2025, more than 17 months before. Over 12 and up to 24 months is Medium risk. It adds 1 point.',
    ],
  )
})

test('what nobody stated says who could', () => {
  const people = rate(home(), bolton, asAt).criteria.find(({ id }) => id === 'people-funded')
  assert.equal(
    people?.because,
    'Unknown: it is not stated. It needs the number of people whom the council pays for, from the commissioning team.',
  )
})

test('months since a day agree with windows: exactly so many months before is whole', () => {
  const days = fc.integer({ min: 0, max: 3000 }).map((offset) => plusDays(day('2020-01-01'), offset))
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 40 }),
      (to, months, more) => {
        const exactly = minusMonths(to, months)
        const whole = { numerator: months, denominator: 1 }
        assert.equal(compare(monthsSince(exactly, to), whole), 0)
        assert.equal(compare(monthsSince(plusDays(exactly, -more), to), whole), 1)
        if (months > 0) assert.equal(compare(monthsSince(plusDays(exactly, 1), to), whole), -1)
      },
    ),
    { numRuns: 2000 },
  )
})
