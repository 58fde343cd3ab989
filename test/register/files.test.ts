import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { isFault, type ProblemCode } from '../../src/core/kit/problems.ts'
import { fileBytes } from '../../src/server/register/files/bytes.ts'
import { recognise } from '../../src/server/register/files/read-cqc-file.ts'
import type { CqcRow } from '../../src/server/register/files/rows.ts'
import { valuesOf } from '../../src/server/register/files/values.ts'
import { all, dataSource, fixture, rowsOf } from './oldham.ts'

const folder = await mkdtemp(join(tmpdir(), 'cqc-files-'))
after(() => rm(folder, { recursive: true }))

const written = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const kind = (row: CqcRow): string => {
  if ('rejected' in row) return row.rejected
  if ('location' in row) return row.location.id
  if ('provider' in row) return row.provider.id
  return 'summary' in row ? `${row.summary.of} ${row.summary.id}` : 'a row of a table'
}
const told = (rows: readonly CqcRow[]): string[] => rows.map((row) => `${row.row} ${kind(row)}`)

const refuses = (code: ProblemCode, says: RegExp) => (error: unknown) => {
  assert.ok(isFault(error))
  assert.equal(error.problem.code, code)
  assert.match(`${error.problem.says} ${error.problem.next}`, says)
  assert.doesNotMatch(error.message, new RegExp(folder), 'names the file, not where it lies')
  return true
}

test('a format is told by content, not by name', async () => {
  assert.equal((await recognise(dataSource('oldham_locations.ndjson.gz'))).name, 'cqc-api-ndjson')
  assert.equal((await recognise(fixture('bad-lines.ndjson'))).name, 'cqc-api-ndjson')
  for (const name of ['list.json', 'locations-page.json', 'several-service-groups.json', 'cut-off.json'])
    assert.equal((await recognise(fixture(name))).name, 'cqc-api-json', name)
})

test('bad lines are reported with row and reason, and the good ones read', async () => {
  assert.deepEqual(told(await rowsOf(fixture('bad-lines.ndjson'))), [
    '1 not complete JSON',
    '2 1-9000000012',
    '3 providerId: expected an id of CQC, such as 1-123456789 or RM317',
    '5 expected a location or provider of CQC, with locationId or providerId',
    '6 not text in UTF-8',
    '7 1-9000000017',
  ])
})

test('a list laid out over lines, with a bad record', async () => {
  assert.deepEqual(told(await rowsOf(fixture('list.json'))), [
    '1 1-9000000001',
    '2 1-9000000000',
    '3 not complete JSON',
  ])
})

test('list pages give summaries, laid out or on one line', async () => {
  const page = fixture('locations-page.json')
  const expected = ['1 location 1-9000000001', '2 location RX901']
  assert.deepEqual(told(await rowsOf(page)), expected)
  assert.deepEqual(told(await rowsOf(fixture('providers-page.json'))), ['1 provider 1-9000000000'])
  const content = JSON.stringify({ locations: [{ locationId: 'RX901', locationName: 'Elm Court' }] })
  assert.deepEqual(told(await rowsOf(await written('one-line', content))), ['1 location RX901'])
})

test('what is not CQC’s is refused, and the fault says what was expected', async () => {
  const unknown = refuses('file-not-recognised', /records of CQC’s API as JSON, one a line/)
  await assert.rejects(rowsOf(fixture('not-cqc.json')), unknown)
  await assert.rejects(rowsOf(await written('locations.ndjson', 'Name,Address\n')), unknown)
  await assert.rejects(rowsOf(await written('empty.json', '')), refuses('file-not-recognised', /it is empty/))
  await assert.rejects(rowsOf(join(folder, 'absent')), refuses('file-unreadable', /no such file/))
  await assert.rejects(rowsOf(folder), refuses('file-unreadable', /it is a folder/))
})

test('broken files are refused: cut off, not unpacking, more after the end, a record that never ends', async () => {
  await assert.rejects(rowsOf(fixture('cut-off.json')), refuses('file-broken', /in the middle of a record/))
  const packed = gzipSync('{"locationId":"1-1","providerId":"1-2","name":"x"}\n'.repeat(50_000))
  const cut = await written('cut.gz', packed.subarray(0, packed.length - 40))
  await assert.rejects(rowsOf(cut), refuses('file-broken', /does not unpack/))
  const more = await written('more.json', '[{"locationId":"1-1"}]\n[{"locationId":"1-2"}]')
  await assert.rejects(rowsOf(more), refuses('file-broken', /after the end of its list/))
  const endless = await written('endless', `{"locationId":"${'x'.repeat(33 * 2 ** 20)}"}`)
  await assert.rejects(rowsOf(endless), refuses('file-broken', /too long to be a record/))
})

test('a bomb stops at the limit', async () => {
  const bomb = await written('bomb.gz', gzipSync(Buffer.alloc(20 * 2 ** 20)))
  await assert.rejects(all(fileBytes(bomb, 2 ** 20)), refuses('file-broken', /more than 1,048,576 bytes/))
})

test('a value is found whole wherever the reading cuts it', async () => {
  const values = ['{"a":"]}\\"–","b":[{"c":1}]}', '{"d":{}}']
  const bytes = Buffer.from(` [${values.join(' ,\n')}]\n`)
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const chunks = (async function* () {
      yield bytes.subarray(0, cut)
      yield bytes.subarray(cut)
    })()
    assert.deepEqual(await all(valuesOf(chunks, 'a list')), values, `cut at ${cut}`)
  }
})
