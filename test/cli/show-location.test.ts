/** `./plumbline import cqc` and `./plumbline show location`, as a person types them. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { importCqc } from '../../src/cli/import-cqc.ts'
import { showLocation } from '../../src/cli/show-location.ts'
import { isFault } from '../../src/core/kit/problems.ts'
import { dataSource, fixture } from '../register/oldham.ts'
import { testDatabase } from '../support/database.ts'
import { run } from './run.ts'

let folder: string
let drop: () => Promise<void>
before(async () => {
  const database = await testDatabase('empty')
  drop = database.drop
  folder = await mkdtemp(join(tmpdir(), 'plumbline-show-'))
  Object.assign(process.env, { DATABASE_URL: database.url, PLUMBLINE_MODE: 'live', PLUMBLINE_DATA: folder })
})
after(async () => {
  await drop()
  await rm(folder, { recursive: true })
})

test('an import reports each file in the shape that programs read', async () => {
  const { exit, out } = await run(
    importCqc,
    dataSource('oldham_locations.ndjson.gz'),
    fixture('28_March_2025_Latest_ratings_oldham.ods'),
    '--json',
  )
  assert.equal(exit, 0)
  const report = JSON.parse(out)
  assert.deepEqual(Object.keys(report), ['files'])
  assert.deepEqual(report.files[0], {
    file: 'oldham_locations.ndjson.gz',
    format: 'cqc-api-ndjson',
    rows: 451,
    locations: { added: 451, changed: 0, unchanged: 0 },
    rejected: [],
  })
  assert.deepEqual(report.files[1].locations, { added: 0, changed: 0, unchanged: 146 })
  for (const file of report.files)
    assert.deepEqual(Object.keys(file), ['file', 'format', 'rows', 'locations', 'rejected'])
})

test('a broken file beside a good one changes nothing of either', async () => {
  const good = fixture('website_search_export_2025-08_500rows.csv')
  const said: string[] = []
  const terminal = {
    out: () => assert.fail('nothing is printed'),
    say: (text: string) => void said.push(text),
  }
  await assert.rejects(importCqc.run([good, fixture('cut-off.json'), '--json'], terminal), (error) => {
    assert.ok(isFault(error))
    assert.equal(error.problem.code, 'file-broken')
    assert.match(error.problem.says, /^cut-off\.json is broken/)
    return true
  })
  assert.deepEqual(said, ['Nothing was taken in of any of the 2 files:'])
  const { out } = await run(importCqc, good, '--json')
  assert.equal(JSON.parse(out).files[0].locations.added, 329)
})

test('what the register holds of a location, ratings newest first', async () => {
  const { exit, out } = await run(showLocation, '1-5203053560', '--json')
  assert.equal(exit, 0)
  const { ratings, ...held } = JSON.parse(out)
  assert.deepEqual(Object.keys(JSON.parse(out)), [
    ...[
      'id',
      'name',
      'providerId',
      'localAuthority',
      'postcode',
      'careHome',
      'beds',
      'registered',
      'ratings',
    ],
  ])
  for (const rating of ratings)
    assert.deepEqual(Object.keys(rating), [
      ...['overall', 'published', 'keyQuestions', 'service', 'scheme', 'inherited'],
    ])
  assert.deepEqual(held, {
    id: '1-5203053560',
    name: 'Treetops Nursing Home',
    providerId: '1-4324789558',
    localAuthority: 'Oldham',
    postcode: 'OL8 1LL',
    careHome: true,
    beds: 34,
    registered: { from: '2018-06-04', to: null },
  })
  assert.deepEqual(ratings[0], {
    overall: 'Good',
    published: '2024-09-17',
    keyQuestions: { Safe: 'Good', Effective: 'Good', Caring: 'Good', Responsive: 'Good', 'Well-led': 'Good' },
    service: null,
    scheme: 'single-assessment-framework',
    inherited: false,
  })
  const days = ratings.map(({ published }: { published: string }) => published)
  assert.deepEqual(days, days.toSorted().reverse())
  const ended = JSON.parse((await run(showLocation, '1-280584830', '--json')).out)
  assert.deepEqual(ended.registered, { from: '2011-09-21', to: '2018-06-18' })
})

test('in words for a person, and by an id that was copied in small letters', async () => {
  const { exit, out } = await run(showLocation, 'rm317')
  assert.equal(exit, 0)
  assert.match(out, /^Royal Oldham Hospital \(RM317\)\nProvider: RM3\n/)
  assert.match(out, /22 December 2022: Requires improvement \(surgery\)/)
  assert.match(out, /carried over from the registration before/)
})

test('an id that the register does not hold is said so', async () => {
  await assert.rejects(run(showLocation, '1-9'), (error) => {
    assert.ok(isFault(error))
    assert.equal(error.problem.exit, 2)
    assert.match(error.message, /holds no location with the CQC id 1-9/)
    return true
  })
  const { exit, said } = await run(showLocation)
  assert.equal(exit, 2)
  assert.match(said.join('\n'), /CQC-ID: It is missing/)
})

test('the API needs a key, and is not asked beside files', async () => {
  await assert.rejects(run(importCqc, '--api'), /none is set/)
  await assert.rejects(run(importCqc, '--api', 'a.csv'), /one after the other/)
})
