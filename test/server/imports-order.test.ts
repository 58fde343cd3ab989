/** All of CQC's files, each twice and in several orders, lead to the same register (X6). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addAuthority } from '../../src/server/authorities/commands.ts'
import { system } from '../../src/server/platform/actor.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { importCqcFile } from '../../src/server/register/commands/import-file.ts'
import { dataSource, fixture } from '../register/oldham.ts'
import { type TestApp, testApp } from '../support/app.ts'

const files = [
  dataSource('oldham_locations.ndjson.gz'),
  fixture('28_March_2025_CQC_directory_oldham.csv'),
  fixture('28_March_2025_HSCA_Active_Locations_oldham.ods'),
  fixture('28_March_2025_Latest_ratings_oldham.ods'),
  fixture('gm_care_homes_2019-08.csv'),
  fixture('website_search_export_2025-08_500rows.csv'),
  dataSource('oldham_providers.ndjson.gz'),
] as const

const council = system('test', ['northfold'])

/** Everything that the register and the council's services say, without when it was recorded, and ids of ours. */
const held = async (plumbline: TestApp): Promise<Readonly<Record<string, unknown>>> =>
  plumbline.read(async () => {
    const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db())).rows
    return {
      locations: await rows(
        sql`select id, name, provider_id, rating_overall, rating_published, digest, detail from cqc_location order by id`,
      ),
      ratings: await rows(
        sql`select location_id, overall, published, key_questions, service, scheme, inherited from cqc_rating_now
          order by location_id, published, service, overall`,
      ),
      providers: await rows(sql`select id, name, detail from cqc_provider order by id`),
      links: await rows(sql`select * from cqc_location_link_now order by predecessor_id, successor_id`),
      services: await rows(
        sql`select location_id, name, service_type, place, postcode, population, array(
            select led.location_id from service_location_now led where led.service_id = service.id order by 1
          ) as led from service_now service order by location_id`,
      ),
      versions: await rows(
        sql`select id, valid from cqc_location_version where superseded_at is null order by id`,
      ),
    }
  }, council)

const importedIn = async (order: readonly string[]): Promise<Readonly<Record<string, unknown>>> => {
  const plumbline = await testApp('empty')
  try {
    await plumbline.work(
      () =>
        addAuthority({ id: 'northfold', name: 'Northfold Council', areas: ['Oldham'], invented: false }, ''),
      council,
    )
    for (const file of order) await plumbline.work(() => importCqcFile(file), council)
    const first = await held(plumbline)
    for (const file of order) {
      const { locations } = await plumbline.work(() => importCqcFile(file), council)
      assert.deepEqual([locations.added, locations.changed], [0, 0], `${file}, for the second time`)
    }
    assert.deepEqual(await held(plumbline), first)
    return first
  } finally {
    await plumbline.close()
  }
}

test('in every order there is the same register in the end, and the second time nothing changes', async () => {
  const expected = await importedIn(files)
  assert.equal((expected.locations as readonly unknown[]).length, 780)
  const others = [
    files.toReversed(),
    [...files.slice(3), ...files.slice(0, 3)],
    files.toSpliced(0, 1).concat(files[0]),
  ]
  for (const order of others) {
    const found = await importedIn(order)
    for (const [what, rows] of Object.entries(expected)) assert.deepEqual(found[what], rows, what)
  }
})
