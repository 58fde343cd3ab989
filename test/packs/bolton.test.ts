/** Bolton's framework in its pack: what stands in a table of the source, stands here once more. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { providerTypeOf } from '../../src/core/policy/provider-type.ts'
import { casesOf } from '../../src/core/ratings/check-pack.ts'
import { loadPack } from '../../src/server/platform/packs.ts'

const pack = await loadPack('packs/bolton-2023')
assert.ok(pack.ok)
const { pack: about, rating, monitoring, judgements } = pack.policy.documents
const types = monitoring.providerTypes ?? []

/** The matrix of Appendix 1: QM1 to QM10, as yes (+) or nothing (.). */
const matrix: Readonly<Record<string, string>> = {
  'adult-social-care-regulated': '+++++.++.+',
  'adult-social-care-not-regulated': '++..+.++.+',
  'public-health': '++..+.++.+',
  'social-inclusion': '++..+.++.+',
  pharmacy: '....+...+.',
  'grant-funded': '....++....',
  'gp-larc': '....+.....',
}

test('the matrix of activities is that of Appendix 1 (B2.10)', () => {
  const ids = Array.from({ length: 10 }, (_, index) => `qm${index + 1}`)
  assert.deepEqual(
    monitoring.activities.map(({ id }) => id),
    ids,
  )
  const rows = types.map(({ id }) => [
    id,
    monitoring.activities
      .map(({ providerTypes }) => (providerTypes === undefined || providerTypes.includes(id) ? '+' : '.'))
      .join(''),
  ])
  assert.deepEqual(Object.fromEntries(rows), matrix)
})

test('the least frequencies are those of Appendix 1: yearly, as the contract says, or when needed', () => {
  const least = Object.fromEntries(
    monitoring.activities.map(({ id, byBand }) => [
      id,
      byBand.low?.when ??
        (byBand.low?.every && 'months' in byBand.low.every ? byBand.low.every.months : null),
    ]),
  )
  assert.deepEqual(least, {
    ...{ qm1: 12, qm2: 'needed', qm3: 12, qm4: 12, qm5: 'contract', qm6: 12 },
    ...{ qm7: 'needed', qm8: 'needed', qm9: 12, qm10: 'needed' },
  })
})

test('a contract finds its row of the matrix (B1.8)', () => {
  const rowOf = (serviceType: string, cqcRegistered: boolean, grantFunded = false) =>
    providerTypeOf(types, { serviceType, cqcRegistered, grantFunded })
  assert.equal(rowOf('care-home', true), 'adult-social-care-regulated')
  assert.equal(rowOf('supported-living', false), 'adult-social-care-not-regulated')
  assert.equal(rowOf('life-opportunities', false), 'adult-social-care-not-regulated')
  assert.equal(rowOf('life-opportunities', false, true), 'grant-funded')
  assert.equal(rowOf('prevention-grant', false), 'grant-funded')
  assert.equal(rowOf('public-health-prevention-grant', true), 'grant-funded')
  assert.equal(rowOf('pharmacy', false, true), 'pharmacy')
  assert.equal(rowOf('gp-larc', true), 'gp-larc')
  assert.equal(rowOf('social-inclusion', false), 'social-inclusion')
  assert.equal(rowOf('public-health', true), 'public-health')
})

test('QM1 has its thirteen areas, four places in order and ten working days (B2.1, B2.3)', () => {
  const conduct = monitoring.activities.find(({ id }) => id === 'qm1')?.conduct
  assert.equal(conduct?.agenda.length, 13)
  assert.deepEqual(
    conduct.places.map(({ id }) => id),
    ['premises', 'local-office', 'council-office', 'elsewhere'],
  )
  assert.equal(conduct.record?.within.workingDays, 10)
  assert.deepEqual(
    conduct.attends.map(({ role, only }) => [role, only]),
    [
      ['cqmo', undefined],
      ['registered-manager', 'cqc-registered'],
      ['service-manager', 'not-cqc-registered'],
    ],
  )
})

test('the Provider Quality Rating has five levels, and every sentence of Appendix 3 can be ticked (B3.1)', () => {
  const [rated] = judgements?.judgements ?? []
  assert.deepEqual(
    rated?.levels.map(({ number, name, reasons }) => [number, name, reasons.length]),
    [
      [1, 'No concerns', 10],
      [2, 'Minor concern', 7],
      [3, 'Moderate concern', 14],
      [4, 'Significant concern', 12],
      [5, 'Catastrophic concern', 3],
    ],
  )
  assert.ok(rated.levels[4]?.urgent)
})

test('no row of the risk score reads the Provider Quality Rating (B3.3)', () => {
  const read = rating.criteria.flatMap((row) => [row.id, 'fact' in row ? row.fact.key : ''])
  assert.ok(!read.some((word) => /pqr|judgement|quality-?rating/i.test(word)))
})

test('the risk score says that it is an assumption, and so does every cell of it', () => {
  assert.ok(rating.overall.assumption)
  for (const { tolerances } of rating.criteria)
    for (const cell of Object.values(tolerances)) assert.ok(cell.assumption, cell.text)
  assert.ok(about.assumptions.some(({ id }) => id === 'risk-score'))
})

test('it was approved, is due for review and goes to the public (W1.6)', () => {
  assert.equal(about.approval.on, 'October 2023')
  assert.equal(about.review.day, '2024-10-31')
  assert.equal(about.sentTo.length, 5)
})

test('there are at least twenty-five worked cases, for every row and every band', () => {
  const cases = casesOf(pack.files).map((each) => each.case)
  assert.ok(cases.length >= 25)
  const rows = new Set(cases.flatMap(({ expect }) => Object.keys(expect.criteria ?? {})))
  const bands = new Set(cases.flatMap(({ expect }) => expect.overall?.band ?? []))
  assert.deepEqual(
    rating.criteria.map(({ id }) => id).filter((id) => !rows.has(id)),
    [],
  )
  assert.deepEqual(
    rating.bands.map(({ id }) => id).filter((id) => !bands.has(id)),
    [],
  )
})
