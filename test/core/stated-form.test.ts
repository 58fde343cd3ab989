/** The form on which people state what the policy reads of a service (B2.10, X1). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../src/core/kit/days.ts'
import { isStated } from '../../src/core/policy/policy.ts'
import { changedFacts, readStated, typedOf } from '../../src/core/ratings/stated-form.ts'
import { shipped } from './shipped.ts'

const bolton = await shipped('bolton-2023')

const criteria = bolton.rating.criteria.filter(isStated)
const today = day('2026-11-21')
const nothing = { peopleFunded: '', annualValue: '', needLevel: '', lastMedicationAudit: '' }
const unknown = { peopleFunded: null, annualValue: null, needLevel: null, lastMedicationAudit: null }

for (const [typed, stated] of [
  [{}, {}],
  [{ peopleFunded: ' 24 ' }, { peopleFunded: 24 }],
  [{ peopleFunded: '0' }, { peopleFunded: 0 }],
  [{ peopleFunded: '1,204' }, { peopleFunded: 1204 }],
  [{ annualValue: '£250,000' }, { annualValue: 250000 }],
  [{ annualValue: '1200.50' }, { annualValue: 1200.5 }],
  [{ needLevel: 'high' }, { needLevel: 'high' }],
  [{ lastMedicationAudit: '1 6 2026' }, { lastMedicationAudit: '2026-06-01' }],
  [{ lastMedicationAudit: '21 11 2026' }, { lastMedicationAudit: '2026-11-21' }],
] as const)
  test(`${JSON.stringify(typed)} states ${JSON.stringify(stated)}, and leaves the rest not known`, () =>
    assert.deepEqual(readStated(criteria, { ...nothing, ...typed }, today), {
      stated: { ...unknown, ...stated },
    }))

for (const [typed, text] of [
  [{ peopleFunded: '2.5' }, /People funded must be a whole number/],
  [{ peopleFunded: '-1' }, /People funded must be a whole number/],
  [{ peopleFunded: '12,34' }, /People funded must be a whole number/],
  [{ peopleFunded: 'many' }, /People funded must be a whole number/],
  [{ annualValue: '1.2345' }, /must be an amount/],
  [{ annualValue: '9999999999' }, /must be an amount/],
  [{ needLevel: 'huge' }, /Select one of the levels for Level of need/],
  [{ lastMedicationAudit: '31 2 2026' }, /must be a real date/],
  [{ lastMedicationAudit: '22 11 2026' }, /must be today or in the past/],
] as const)
  test(`${JSON.stringify(typed)} is refused with what to write instead`, () => {
    const read = readStated(criteria, { ...nothing, ...typed }, today)
    assert.ok('errors' in read)
    assert.deepEqual(
      read.errors.map(({ field }) => field),
      Object.keys(typed),
    )
    assert.match(read.errors[0]?.text ?? '', text)
  })

test('every fault is said at once', () => {
  const read = readStated(criteria, { ...nothing, peopleFunded: 'x', needLevel: 'y' }, today)
  assert.ok('errors' in read)
  assert.equal(read.errors.length, 2)
})

test('what was stated comes back to the form as it reads it', () => {
  const stated = {
    peopleFunded: 24,
    annualValue: 1200.5,
    needLevel: 'low',
    lastMedicationAudit: '2026-06-01',
  }
  const typed = Object.fromEntries(
    criteria.map((criterion) => [
      criterion.fact,
      typedOf(criterion, stated[criterion.fact as keyof typeof stated]),
    ]),
  )
  assert.deepEqual(readStated(criteria, typed, today), { stated })
})

test('only facts that differ are changed; a fact that was never stated is not known', () => {
  assert.deepEqual(changedFacts({}, unknown), [])
  assert.deepEqual(changedFacts({ peopleFunded: 3 }, { ...unknown, peopleFunded: 3 }), [])
  assert.deepEqual(changedFacts({ peopleFunded: 3 }, { ...unknown, needLevel: 'low' }), [
    'peopleFunded',
    'needLevel',
  ])
})
