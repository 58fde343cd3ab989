/** Whatever stands in a field of CQC's, an import ends with a report: the database never refuses what was read (X6). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { importCqcFile } from '../../src/server/register/commands/import-file.ts'
import { rawRecords } from '../register/oldham.ts'
import * as samples from '../register/tables/samples.ts'
import { type TestApp, testApp } from '../support/app.ts'

const { csv, written, activeHeading, activeRow, directoryHeading, directoryRow, ratingsHeading, ratingsRow } =
  samples

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('empty')
})
after(() => plumbline.close())

const letters = 26
const firstLetter = 'a'.charCodeAt(0)

/** Text without a pattern: what an index cannot make shorter. */
const long = Array.from({ length: 20_000 }, (_, at) =>
  String.fromCharCode(firstLetter + ((at * at * 7 + at * 13 + (at >> 3)) % letters)),
).join('')

const texts: readonly string[] = [
  ...[
    '',
    ' ',
    '-',
    '\u0000',
    'a\u0000b',
    'é'.repeat(20_000),
    '字'.repeat(3000),
    '\u202e',
    '<script>',
    '=1+1',
  ],
  ...['-1', '0.5', '2147483648', '1e20', '1e999', 'NaN', '0000-01-01', '0001-01-01', '9999-12-31'],
  ...['12022-01-01', '2024-02-30', '00/00/0000', '99999', long],
]
const values: readonly unknown[] = [
  ...texts,
  ...['\ud800', 'x\udfffy', null, true, -1, 0.5, 2_147_483_648, 1e20, 1e308, [], {}, [[]], [null]],
]

type Json = Record<string, unknown>
type Path = readonly (string | number)[]

/** Every place in a record, of a list the first. */
const placesIn = (value: unknown, at: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return []
  const parts: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.slice(0, 1).map((item) => [0, item] as const)
    : Object.entries(value)
  return parts.flatMap(([key, part]) => [[...at, key], ...placesIn(part, [...at, key])])
}

const withValue = (record: Json, path: Path, value: unknown): Json => {
  const copy = structuredClone(record)
  let within: Json = copy
  for (const key of path.slice(0, -1)) within = within[key] as Json
  within[path.at(-1) ?? ''] = value
  return copy
}

/** Each value once in each place of some records, all under ids of their own. */
const spoilt = (records: readonly Json[], id: string): Json[] => {
  const places = new Map(
    records.flatMap((record) => placesIn(record).map((path) => [path.join(), { record, path }] as const)),
  )
  return [...places.values()].flatMap(({ record, path }, place) =>
    values.map((value, at) => withValue({ ...record, [id]: `1-9${place}000${at}` }, path, value)),
  )
}

const report = (path: string) => plumbline.work(() => importCqcFile(path))

test('in records of the API', async () => {
  const every = 100
  const locations = rawRecords<Json>('oldham_locations.ndjson.gz').filter((_, at) => at % every === 0)
  const records = [
    ...spoilt(locations, 'locationId'),
    ...spoilt(rawRecords<Json>('oldham_providers.ndjson.gz').slice(0, 2), 'providerId'),
  ]
  const {
    rows,
    rejected,
    locations: taken,
  } = await report(await written('any.ndjson', records.map((record) => JSON.stringify(record)).join('\n')))
  assert.equal(rows, records.length)
  assert.ok(rejected.length > 0 && taken.added > 500, `${taken.added} added, ${rejected.length} rejected`)
  for (const { reason } of rejected) assert.ok(reason.length < 200, reason)
})

const tables = [
  { name: 'directory', heading: directoryHeading, row: (id: string) => directoryRow(id) },
  { name: 'active locations', heading: activeHeading, row: (id: string) => activeRow(id) },
  {
    name: 'latest ratings',
    heading: ratingsHeading,
    row: (id: string) => ratingsRow(id, 'Overall', 'Overall', 'Good', '2022-06-09'),
  },
  {
    name: 'directory without ids',
    heading: directoryHeading.slice(0, 12),
    row: (id: string) => directoryRow(id).slice(0, 12),
  },
]

for (const { name, heading, row } of tables)
  test(`in cells of the ${name}`, async () => {
    const good = row('1-8000')
    const rows = heading.flatMap((_, column) =>
      texts.map((text, at) =>
        row(`1-8${column}00${at}`).map((cell, place) => (place === column ? text : cell)),
      ),
    )
    const path = await written('any.csv', csv([heading, good, ...rows]))
    const { rejected } = await report(path)
    assert.ok(rejected.length > 0)
    for (const { reason } of rejected) assert.ok(reason.length < 200, reason)
  })
