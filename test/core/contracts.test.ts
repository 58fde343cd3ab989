/** Contracts in core: what is typed, where a contract stands, what the service follows, and what a file's row means. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankContract, readContract } from '../../src/core/contracts/contract-form.ts'
import { decidingContract, populationOf } from '../../src/core/contracts/deciding.ts'
import { headingOf } from '../../src/core/contracts/file-columns.ts'
import { readNaming } from '../../src/core/contracts/lead-form.ts'
import { matchService } from '../../src/core/contracts/match-service.ts'
import { recognise } from '../../src/core/contracts/recognise-provider.ts'
import { postcodeTyped, readService } from '../../src/core/contracts/service-form.ts'
import { differences, typedOf } from '../../src/core/contracts/shown-terms.ts'
import { type Lifetime, standingOn } from '../../src/core/contracts/standing.ts'
import { readStop } from '../../src/core/contracts/stop-form.ts'
import { csvOf, unshielded } from '../../src/core/kit/csv.ts'
import { day } from '../../src/core/kit/days.ts'

test('postcodes', () =>
  assert.deepEqual(['ol1 1aa', 'OL11AA', 'OL1', 'zz99 9zz'].map(postcodeTyped), [
    'OL1 1AA',
    'OL1 1AA',
    null,
    'ZZ99 9ZZ',
  ]))

const today = day('2026-11-21')
const life = (starts: string, ends: string | null, stopped: Lifetime['stopped'] = null): Lifetime => ({
  starts: day(starts),
  ends: ends === null ? null : day(ends),
  stopped,
})

for (const [what, lifetime, stands] of [
  ['starts tomorrow', life('2026-11-22', null), 'to-come'],
  ['starts today', life('2026-11-21', null), 'running'],
  ['ends today', life('2020-01-01', '2026-11-21'), 'running'],
  ['was to end yesterday', life('2020-01-01', '2026-11-20'), 'past-end'],
  ['has its last day today', life('2020-01-01', null, { how: 'ended', on: day('2026-11-21') }), 'stopping'],
  ['had its last day yesterday', life('2020-01-01', null, { how: 'ended', on: day('2026-11-20') }), 'ended'],
  ['was terminated', life('2020-01-01', null, { how: 'terminated', on: day('2026-11-01') }), 'terminated'],
] as const)
  test(`a contract that ${what} is ${stands}`, () => assert.equal(standingOn(lifetime, today), stands))

test('a service follows the contract in force that began last', () => {
  const contract = (reference: string, lifetime: Lifetime) => ({ reference, ...lifetime })
  const old = contract('A', life('2020-01-01', '2024-01-01'))
  const newer = contract('B', life('2024-01-01', null))
  const next = contract('C', life('2027-01-01', null))
  assert.equal(decidingContract([old, next, newer], today), newer)
  assert.equal(decidingContract([old, next], today), old)
  assert.equal(decidingContract([next], today), null)
  const twins = [contract('Z', life('2024-01-01', null)), newer]
  assert.equal(decidingContract(twins, today), newer)
  assert.equal(decidingContract(twins.toReversed(), today), newer)
})

for (const [basis, stated, latestReturn, capacity, means] of [
  ['stated', 40, 30, 50, { people: 40, basis: 'stated' }],
  ['return', null, 30, 50, { people: 30, basis: 'return' }],
  ['return', null, null, 50, { people: 50, basis: 'capacity' }],
  ['capacity', null, 30, 50, { people: 50, basis: 'capacity' }],
  ['return', null, null, null, null],
  ['capacity', null, 30, null, null],
] as const)
  test(`a population by ${basis}, with return ${latestReturn} and capacity ${capacity}, is ${means?.people ?? 'unknown'} (W3.22)`, () =>
    assert.deepEqual(populationOf({ basis, stated }, { latestReturn, capacity }), means))

const types = { 'care-home': 'Care home' }
const typed = {
  ...blankContract,
  reference: ' RES-1 ',
  provider: 'Larkfield  Care',
  serviceType: 'Care home',
  starts: '1 4 2026',
  funding: 'council',
  populationBasis: 'stated',
  people: '40',
  permitsSuspension: 'yes',
  annualStatement: 'no',
}
const read = (changes: Partial<typeof typed> = {}) => readContract({ ...typed, ...changes }, types)
const good = () => {
  const found = read()
  assert.ok(!('errors' in found))
  return found
}

test('a contract is read as it was meant, and typed again it reads the same', () => {
  const found = good()
  assert.equal(found.terms.reference, 'RES-1')
  assert.equal(found.provider.name, 'Larkfield Care')
  assert.deepEqual(readContract(typedOf(found), types), found)
})

for (const [field, value, says] of [
  ['reference', '', /Enter the reference/],
  ['reference', 'x'.repeat(61), /60 characters or fewer: it has 61/],
  ['serviceType', 'zoo', /must be one of: Care home/],
  ['starts', '', /Enter the day on which/],
  ['starts', '31 4 2026', /must be a real date/],
  ['ends', '31 3 2026', /on or after the start/],
  ['annualValue', 'much', /amount in pounds/],
  ['people', '0', /whole number/],
  ['permitsSuspension', '', /Select yes/],
] as const)
  test(`“${value.slice(0, 20)}” as ${field} says how to mend it`, () => {
    const found = read({ [field]: value })
    assert.ok('errors' in found)
    assert.deepEqual(
      found.errors.map((error) => error.field),
      [field],
    )
    assert.match(found.errors[0]?.text ?? '', says)
  })

test('an empty form says everything that is missing, in the order of the form', () => {
  const found = readContract(blankContract, types)
  assert.ok('errors' in found)
  assert.deepEqual(
    found.errors.map(({ field }) => field),
    [
      'reference',
      'provider',
      'serviceType',
      'starts',
      'funding',
      'populationBasis',
      'permitsSuspension',
      'annualStatement',
    ],
  )
})

test('two versions differ in words', () => {
  const after = read({ ends: '31 3 2027', permitsSuspension: 'no' })
  assert.ok(!('errors' in after))
  assert.deepEqual(
    differences(good(), after, types).map(({ name, before, after: now }) => `${name}: ${before}, ${now}`),
    ['End date: nothing, 31 March 2027', 'Permits suspension: Yes, No'],
  )
})

test('a termination needs a notice and what happened; an end needs neither', () => {
  const given = { on: '30 11 2026', notice: '', reasons: ['other'], note: '' }
  const fields = (how: 'ended' | 'terminated', changes = {}) => {
    const found = readStop(how, { ...given, ...changes }, day('2020-01-01'), today)
    return 'errors' in found ? found.errors.map(({ field }) => field) : []
  }
  assert.deepEqual(fields('ended'), ['note'])
  assert.deepEqual(fields('ended', { reasons: ['term-over'] }), [])
  assert.deepEqual(fields('terminated'), ['notice', 'note'])
  assert.deepEqual(fields('terminated', { notice: '22 11 2026', note: 'x', reasons: ['made-up'] }), [
    'notice',
    'reasons',
  ])
  assert.deepEqual(fields('terminated', { notice: '1 11 2026', on: '1 10 2019', note: 'x' }), [
    'on',
    'notice',
  ])
})

test('a lead is of the council, from today or before, and not before the one whom they follow', () => {
  const fields = (person: string, from: string) => {
    const found = readNaming({ person, from }, ['a'], day('2026-11-01'), today)
    return 'errors' in found ? found.errors.map(({ field }) => field) : found.from
  }
  assert.equal(fields('a', ''), today)
  assert.deepEqual(fields('b', ''), ['person'])
  assert.deepEqual(fields('a', '22 11 2026'), ['from'])
  assert.deepEqual(fields('a', '31 10 2026'), ['from'])
})

test('a provider is known by CQC’s id before its name, and what contradicts it is said', () => {
  const known = [{ id: '1', name: 'Larkfield Care', cqcId: '1-101', group: null }]
  const given = (name: string, cqcId: string | null, group: string | null = null) =>
    recognise({ name, cqcId, group }, known)
  assert.deepEqual(given('LARKFIELD care', null, 'Lark'), {
    id: '1',
    provider: { name: 'Larkfield Care', cqcId: '1-101', group: 'Lark' },
  })
  assert.deepEqual(given('New Ltd', '1-102'), {
    id: null,
    provider: { name: 'New Ltd', cqcId: '1-102', group: null },
  })
  for (const [name, id, field] of [
    ['Other', '1-101', 'provider'],
    ['Larkfield Care', '1-999', 'providerCqcId'],
  ] as const) {
    const found = given(name, id)
    assert.ok('errors' in found)
    assert.deepEqual(
      found.errors.map((error) => error.field),
      [field],
    )
  }
})

test('a service is matched by CQC’s id, then by name and postcode; else it is new', () => {
  const services = [
    { id: 'a', name: 'The Elms', postcode: 'OL1 1AA', locations: ['1-1', '1-0'] },
    { id: 'b', name: 'The Elms', postcode: 'OL2 2BB', locations: [] },
  ]
  const match = (row: { cqcId?: string; serviceName?: string; postcode?: string }) =>
    matchService(
      { cqcId: null, serviceName: null, place: null, postcode: null, ...row },
      services,
      (id) => id === '1-5',
    )
  const field = (found: ReturnType<typeof match>) => ('errors' in found ? found.errors[0]?.field : found)
  assert.equal(match({ cqcId: '1-0', serviceName: 'Anything' }), services[0])
  assert.deepEqual(match({ cqcId: '1-5' }), { location: '1-5' })
  assert.equal(field(match({ cqcId: '1-9' })), 'cqcId')
  assert.equal(match({ serviceName: 'the elms', postcode: 'ol22bb' }), services[1])
  assert.equal(field(match({ serviceName: 'The Elms' })), 'serviceName')
  assert.equal(field(match({})), 'serviceName')
  assert.deepEqual(match({ serviceName: 'New Club', postcode: 'OL3 3CC' }), {
    fresh: { name: 'New Club', place: null, postcode: 'OL3 3CC' },
  })
  assert.ok('errors' in readService({ serviceName: '', place: '', postcode: 'nowhere' }))
})

test('headings are known by their own names and by others, in whatever order', () => {
  const full = [
    'Contract Ref',
    'Service',
    'Type',
    'Supplier',
    'Contract start',
    'Funded by',
    'Population basis',
    'Suspension',
    'Annual assurance statement',
  ]
  assert.deepEqual(headingOf(full)?.missing, [])
  assert.deepEqual(headingOf(full.slice(0, 3))?.missing.slice(0, 2), ['Provider', 'Start date'])
  assert.equal(headingOf(['Contracts of the council']), null)
})

test('a cell that a spreadsheet would carry out is shielded, and comes back as it was', () => {
  for (const text of ['=1+1', '+44', '-5', '@x', '\tx']) {
    const [line = ''] = csvOf([[text]])
      .slice(1)
      .split('\r\n')
    assert.ok(line.startsWith("'"), line)
    assert.equal(unshielded(line), text)
  }
  assert.equal(unshielded("'s Gravenhage"), "'s Gravenhage")
  assert.equal(
    csvOf([
      ['a "b"', 'c,d'],
      ['e\nf', ''],
    ]),
    '\uFEFF"a ""b""","c,d"\r\n"e\nf",\r\n',
  )
})
