/** The rate command under a policy that adds points and reads stated facts: Bolton's. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { rate } from '../../src/cli/rate.ts'
import { run } from './run.ts'

const folder = await mkdtemp(join(tmpdir(), 'plumbline-points-'))
after(() => rm(folder, { recursive: true }))

const rated = async (services: readonly object[], pack = 'packs/bolton-2023') => {
  const file = join(folder, 'facts.json')
  await writeFile(file, JSON.stringify({ services }))
  return run(rate, '--pack', pack, '--facts', file, '--as-at', '2026-11-21', '--json')
}

const home = {
  id: 's1',
  name: 'Rowan House',
  serviceType: 'care-home',
  population: 40,
  cqc: { overall: 'Requires improvement', published: '2026-01-10', keyQuestions: { Safe: 'Good' } },
  risk: { peopleFunded: 35, annualValue: 1_200_000, needLevel: 'high', lastMedicationAudit: null },
  intelligence: [{ kind: 'whistleblowing', occurred: '2026-10-01' }],
}

test('the overall has points, and so has every criterion', async () => {
  const { exit, out } = await rated([home])
  assert.equal(exit, 0)
  const [{ overall, criteria }] = JSON.parse(out)
  const { because: _because, ...figures } = overall
  assert.deepEqual(figures, {
    band: 'high',
    state: 'known',
    decidedBy: ['cqc-rating', 'whistleblowing', 'people-funded', 'annual-value', 'need-level'],
    known: 8,
    missing: ['last-medication-audit'],
    points: 12,
  })
  assert.deepEqual(
    criteria.map((each: { id: string; kind: string; points: number }) => [each.id, each.kind, each.points]),
    [
      ['cqc-rating', 'rating', 5],
      ['care-concerns', 'rate', 0],
      ['section-42', 'points', 0],
      ['complaints', 'points', 0],
      ['whistleblowing', 'points', 2],
      ['people-funded', 'amount', 1],
      ['annual-value', 'amount', 2],
      ['need-level', 'level', 2],
      ['last-medication-audit', 'since', null],
    ],
  )
})

test('every key is always there, with null where it has no meaning', async () => {
  const [{ overall, criteria }] = JSON.parse((await rated([{ id: 's1', serviceType: 'pharmacy' }])).out)
  assert.deepEqual([overall.band, overall.state, overall.points], [null, 'unknown', null])
  const keys = Object.keys(criteria[0])
  for (const criterion of criteria) assert.deepEqual(Object.keys(criterion), keys, criterion.id)
  assert.ok(keys.includes('points'))
})

test('under a policy that adds no points there is no such key', async () => {
  const { risk: _none, ...facts } = home
  const [{ overall, criteria }] = JSON.parse((await rated([facts], 'packs/wirral-2022')).out)
  assert.ok(!('points' in overall))
  for (const criterion of criteria) assert.ok(!('points' in criterion))
})

test('a key under risk that the policy does not read: exit 2, its path, and nothing on stdout', async () => {
  const { exit, out, said } = await rated([{ ...home, risk: { peopleFundd: 3, needLevel: 'hgh' } }])
  assert.deepEqual([exit, out], [2, ''])
  assert.deepEqual(said.toSorted(), [
    '$.services[0].risk.needLevel: "hgh" is not known here. Did you mean "high"?',
    '$.services[0].risk.peopleFundd: The key "peopleFundd" is not known here. Did you mean "peopleFunded"?',
  ])
})

test('a third council reads facts of its own names, without a line of code', async () => {
  const service = {
    id: 's1',
    serviceType: 'residential',
    assessments: [{ kind: 'county-mark', overall: 'Bronze', published: '2026-05-01' }],
    risk: { leaversPercent: 20, lastFireDrill: '2026-01-01', managerInPost: 'Vacant' },
  }
  const [{ overall }] = JSON.parse((await rated([service], 'packs/example-county')).out)
  assert.deepEqual([overall.band, overall.points], ['intervene', 19])
})
