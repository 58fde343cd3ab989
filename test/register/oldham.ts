import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { LocationRecord } from '../../src/core/register/location.ts'
import type { ProviderRecord } from '../../src/core/register/provider.ts'
import { readCqcFile } from '../../src/server/register/files/read-cqc-file.ts'
import type { CqcRow } from '../../src/server/register/files/rows.ts'

/** The real records that come with Plumbline, read as `npm start` reads them. */
export const dataSource = (name: string): string =>
  fileURLToPath(new URL(`../../data-sources/cqc/${name}`, import.meta.url))

/** An odd-shaped file of the fixtures. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/cqc/${name}`, import.meta.url))

/** Everything that a stream gives. */
export const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

/** Every row of a file. */
export const rowsOf = (path: string): Promise<CqcRow[]> => all(readCqcFile(path))

/** The records of a data source as CQC gave them. */
export const rawRecords = <Shape extends object>(name: string): Shape[] =>
  gunzipSync(readFileSync(dataSource(name)))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line): Shape => JSON.parse(line))

export const locations = new Map<string, LocationRecord>()
for (const row of await rowsOf(dataSource('oldham_locations.ndjson.gz')))
  if ('location' in row) locations.set(row.location.id, row.location)

export const providers = new Map<string, ProviderRecord>()
for (const row of await rowsOf(dataSource('oldham_providers.ndjson.gz')))
  if ('provider' in row) providers.set(row.provider.id, row.provider)

/** A location by its id. Throws where there is none. */
export const location = (id: string): LocationRecord => {
  const found = locations.get(id)
  if (!found) throw new Error(`No location ${id} in the real records`)
  return found
}
