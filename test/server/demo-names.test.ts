/** No invented service, provider or group can be taken for a real one. */
import assert from 'node:assert/strict'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { day } from '../../src/core/kit/days.ts'
import { bareName, distance } from '../../src/core/kit/words.ts'
import { services } from '../../src/server/demo/eastmarch.ts'
import { invent } from '../../src/server/demo/invent.ts'
import { groupOf } from '../../src/server/demo/make/providers.ts'
import { providerWords, serviceWords } from '../../src/server/demo/names/words.ts'

const root = new URL('../../', import.meta.url)

const namesOfRecords = async (file: string): Promise<string[]> => {
  const lines = createInterface({ input: createReadStream(new URL(file, root)).pipe(createGunzip()) })
  const names: string[] = []
  for await (const line of lines) {
    const record: { name: string; brandName?: string } = JSON.parse(line)
    names.push(record.name, record.brandName ?? '')
  }
  return names
}

/** Every cell of a table that could be a name: columns differ from file to file, and one too many does no harm. */
const namesOfTable = (file: string): string[] =>
  parse(readFileSync(new URL(file, root), 'utf8'), {
    relax_column_count: true,
    relax_quotes: true,
    bom: true,
  })
    .flat()
    .filter((cell) => /[a-z]{3}/i.test(cell) && cell.length < 90)

const real: readonly string[] = [
  ...(await namesOfRecords('data-sources/cqc/oldham_locations.ndjson.gz')),
  ...(await namesOfRecords('data-sources/cqc/oldham_providers.ndjson.gz')),
  ...namesOfTable('test/fixtures/cqc/gm_care_homes_2019-08.csv'),
  ...namesOfTable('test/fixtures/cqc/website_search_export_2025-08_500rows.csv'),
  ...namesOfTable('test/fixtures/cqc/28_March_2025_CQC_directory_oldham.csv'),
]

const shape = (name: string): string =>
  bareName(name.replace('(invented)', '').replace(/\b(?:the|ltd|limited|cic)\b/gi, ''))

/** How few letters apart two names are confused. */
const apart = 2

/** Returns the first of some names that could be taken for this one. */
const confusedWith = (name: string, others: readonly string[]): string | undefined => {
  const bare = shape(name)
  return others.find(
    (other) =>
      other.length > apart && Math.abs(other.length - bare.length) <= apart && distance(bare, other) <= apart,
  )
}

const shapes = [...new Set(real.map(shape))]
const confused = (names: readonly string[], others = shapes) =>
  [...new Set(names)].flatMap((name) => {
    const other = confusedWith(name, others)
    return other === undefined ? [] : [`${name} is like ${other}`]
  })

test('no invented name of a service, provider or group is like a real one that the repository holds', () => {
  assert.ok(shapes.length > 3000, `${shapes.length} real names`)
  const { councils } = invent({ services: 2000, seed: 'names' }, day('2026-11-21'))
  const providers = councils.flatMap(({ contracts }) => contracts.map(({ provider }) => provider))
  assert.deepEqual(confused(councils.flatMap((council) => council.services.map(({ name }) => name))), [])
  assert.deepEqual(confused(providers), [])
  assert.deepEqual(confused(providers.flatMap((provider) => groupOf(provider) ?? [])), [])
  assert.deepEqual(confused(['Oldham Care Centre', services[0]?.name ?? ''], ['oldhamcarecenter']), [
    'Oldham Care Centre is like oldhamcarecenter',
  ])
})

test('no invented word is like a word of a real name or address', () => {
  const words = [...new Set(real.flatMap((name) => name.toLowerCase().split(/[^a-z]+/)))]
  assert.deepEqual(confused([...serviceWords, ...providerWords], words), [])
})

test('every service has a postcode that cannot be real, and a provider that says that it is invented', () => {
  for (const council of invent({ services: 800, seed: 'names' }, day('2026-11-21')).councils) {
    for (const { postcode } of council.services) assert.match(postcode, /^ZZ\d{1,2} \d[A-Z]{2}$/)
    for (const { provider } of council.contracts) assert.match(provider, / \(invented\)$/)
    const names = council.services.map(({ name }) => name)
    assert.equal(new Set(names).size, names.length, 'two services of one name')
  }
})
