import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { packCheck } from '../../src/cli/pack-check.ts'
import { packDiff } from '../../src/cli/pack-diff.ts'
import { packShow } from '../../src/cli/pack-show.ts'
import { isFault } from '../../src/core/kit/problems.ts'
import { assumedReasons } from '../../src/core/policy/assumed.ts'
import { basedValues } from '../../src/core/policy/based-values.ts'
import { loadPack } from '../../src/server/platform/packs.ts'
import { run } from './run.ts'

const wirral = 'packs/wirral-2022'
const folder = await mkdtemp(join(tmpdir(), 'plumbline-pack-'))
after(() => rm(folder, { recursive: true }))

const copy = join(folder, 'wirral-2022')
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
  for (const line of lines) assert.match(line, /^\S+\/wirral-2022\/rating\.yaml:\d+: .+\. .+\.$/)
})

test('a folder that is not called as the pack is a fault, wherever it is asked from', async () => {
  const other = join(folder, 'our-council')
  await cp(wirral, other, { recursive: true })
  const { exit, out } = await run(packCheck, `${other}/`)
  assert.equal(exit, 1)
  assert.match(
    out,
    /our-council\/pack\.yaml:\d+: The id is "wirral-2022", and the folder is called "our-council"\. Write id: our-council here, or call the folder wirral-2022\.$/,
  )
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
  assert.match((await run(packShow, wirral)).out, /Red: > 5% \(Over 5%\) \[3\.2\]/)
})

test('show says everything in sections: for whom a row is, windows, the rule, monitoring, assumptions', async () => {
  const { out } = await run(packShow, wirral)
  for (const title of ['ROWS', 'THE OVERALL RATING', 'MONITORING', 'MEETINGS', 'ASSUMPTIONS'])
    assert.ok(out.includes(`\n\n${title}\n`), title)
  assert.match(out, /Applies to: All types of service \[assumption \d+\]/)
  assert.match(out, /At least 3 criteria must be known/)
  assert.match(out, /The last 3 months \(last-3-months\) \[assumption \d+\]/)
})

test('every value of a shipped pack that has a source or an assumption is in a line of show', async () => {
  for (const pack of ['wirral-2022', 'bolton-2023', 'example-county', 'starter']) {
    const { out } = await run(packShow, `packs/${pack}`)
    const loaded = await loadPack(`packs/${pack}`)
    assert.ok(loaded.ok)
    const { documents } = loaded.policy
    const values = basedValues(documents).filter(({ place }) => !place.startsWith('judgements'))
    const lines = out.split('\n')
    const marked = lines.filter((line) => / \[[^\]]+\]/.test(line)).length
    assert.equal(marked, values.length + (documents.judgements?.judgements.length ?? 0), pack)
    for (const { basis } of values)
      if ('source' in basis) assert.ok(out.includes(` [${basis.source}]`), `${pack}: ${basis.source}`)
    for (const { why } of assumedReasons(documents))
      assert.ok(
        lines.some((line) => line.endsWith(`. ${why}`)),
        `${pack}: ${why}`,
      )
  }
})

test('diff says each difference in a sentence, and nothing where there is none', async () => {
  const { exit, out } = await run(packDiff, wirral, copy)
  assert.equal(exit, 0)
  assert.match(out, /^rating\.yaml, criteria, .*, red, over: was "5%", is now "4%"\.$/)
  assert.deepEqual((await run(packDiff, wirral, wirral)).out, '')
})
