import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { packCheck } from '../../src/cli/pack-check.ts'
import { packDiff } from '../../src/cli/pack-diff.ts'
import { packShow } from '../../src/cli/pack-show.ts'
import { isFault } from '../../src/core/kit/problems.ts'
import { run } from './run.ts'

const wirral = 'packs/wirral-2022'
const folder = await mkdtemp(join(tmpdir(), 'plumbline-pack-'))
after(() => rm(folder, { recursive: true }))

const copy = join(folder, 'copy')
await cp(wirral, copy, { recursive: true })
const rating = await readFile(join(copy, 'rating.yaml'), 'utf8')
await writeFile(join(copy, 'rating.yaml'), rating.replace('over: 5%', 'over: 4%'))

test('a pack in order: exit 0 and nothing on stdout', async () => {
  const { exit, out, said } = await run(packCheck, wirral)
  assert.deepEqual({ exit, out, said }, { exit: 0, out: '', said: [`${wirral} is in order.`] })
})

test('a pack with faults: exit 1, and each fault on a line with file, line and remedy', async () => {
  const { exit, out } = await run(packCheck, copy)
  assert.equal(exit, 1)
  const lines = out.split('\n')
  assert.ok(lines.length >= 2)
  for (const line of lines) assert.match(line, /^\S+\/copy\/rating\.yaml:\d+: .+\. .+\.$/)
})

test('asked without a folder, or for one that is not there: exit 2', async () => {
  assert.equal((await run(packCheck)).exit, 2)
  await assert.rejects(
    run(packCheck, join(folder, 'none')),
    (error) => isFault(error) && error.problem.exit === 2,
  )
})

test('show --json holds the whole policy, with sources and cases', async () => {
  const { exit, out } = await run(packShow, wirral, '--json')
  assert.equal(exit, 0)
  const shown = JSON.parse(out)
  assert.equal(shown.pack.id, 'wirral-2022')
  assert.equal(shown.rating.criteria[1].tolerances.red.over.text, '5%')
  assert.equal(shown.monitoring.activities.length, 4)
  assert.ok(shown.cases.length >= 30)
})

test('show says the table in words', async () => {
  assert.match((await run(packShow, wirral)).out, /Red: > 5% {3}Amber: 2% – 5% {3}Green: < 2%/)
})

test('diff says each difference in a sentence, and nothing where there is none', async () => {
  const { exit, out } = await run(packDiff, wirral, copy)
  assert.equal(exit, 0)
  assert.match(out, /^rating\.yaml, criteria, .*, red, over: was "5%", is now "4%"\.$/)
  assert.deepEqual((await run(packDiff, wirral, wirral)).out, '')
})
