import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '../../src/core/kit/days.ts'
import { isFault } from '../../src/core/kit/problems.ts'
import { diffPacks } from '../../src/core/policy/diff.ts'
import { inForceOn } from '../../src/core/policy/in-force.ts'
import { readPackFiles } from '../../src/server/platform/packs.ts'

const versions = [
  { name: 'second', inForceFrom: day('2024-02-01') },
  { name: 'first', inForceFrom: day('2022-12-01') },
]

test('the version in force is the last that came into force by the day', () => {
  assert.equal(inForceOn(versions, day('2024-01-31'), 'Wirral').name, 'first')
  assert.equal(inForceOn(versions, day('2024-02-01'), 'Wirral').name, 'second')
})

test('a day without a version is an error', () => {
  assert.throws(
    () => inForceOn(versions, day('2022-11-30'), 'Wirral'),
    (error) => isFault(error) && error.problem.code === 'no-policy-in-force',
  )
})

const files = await readPackFiles('packs/wirral-2022')
const changed = (path: string, from: string, to: string) =>
  files.map((file) => (file.path === path ? { ...file, text: file.text.replace(from, to) } : file))

test('a pack does not differ from itself, nor for a comment or a line', () => {
  assert.deepEqual(diffPacks(files, files), [])
  assert.deepEqual(
    diffPacks(files, changed('rating.yaml', 'bands: # worst first', '\n# a remark\nbands:')),
    [],
  )
})

test('a difference is a sentence with the names of things', () => {
  assert.deepEqual(diffPacks(files, changed('rating.yaml', 'over: 5%', 'over: 4%')), [
    'rating.yaml, criteria, Proportion of Care Concerns raised per service population, tolerances, red, over: was "5%", is now "4%".',
  ])
  assert.deepEqual(
    diffPacks(
      files,
      files.filter(({ path }) => path !== 'cases/cqc-inadequate.yaml'),
    ),
    ['The case "Inadequate is Red": is gone.'],
  )
})

test('another order of what stands worst first is a difference', () => {
  const [before, after] = [
    '[Poor, Requires improvement, Good, Excellent]',
    '[Poor, Good, Requires improvement, Excellent]',
  ]
  assert.equal(diffPacks(files, changed('rating.yaml', before, after)).length, 1)
})
