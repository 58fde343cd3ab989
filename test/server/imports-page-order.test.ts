/** Real extracts sent by the page, at once and singly, in two orders and twice: the same register in the end (X6). */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { fixture } from '../register/oldham.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'

const directory = fixture('28_March_2025_CQC_directory_oldham.csv')
const active = fixture('28_March_2025_HSCA_Active_Locations_oldham.ods')
const ratings = fixture('28_March_2025_Latest_ratings_oldham.ods')
const withoutIds = fixture('gm_care_homes_2019-08.csv')
const search = fixture('website_search_export_2025-08_500rows.csv')

/** What is sent, one form after the other. */
type Order = readonly (readonly string[])[]

const orders: readonly Order[] = [
  [[directory, active, ratings, withoutIds, search]],
  [[search], [withoutIds], [ratings, active], [directory]],
]

const sendAll = async (person: Person, order: Order): Promise<void> => {
  for (const files of order) {
    const form = new FormData()
    for (const file of files)
      form.append('files', new Blob([new Uint8Array(await readFile(file))]), basename(file))
    const answer = await person.post('/register/imports', form)
    const address = answer.headers.get('location') ?? ''
    await eventually('the import is done', async () =>
      /The import is done/.test(await (await person.get(address)).text()),
    )
  }
}

/** Everything that the register holds, without when it was recorded, and ids of ours. */
const held = (plumbline: TestApp): Promise<readonly unknown[]> =>
  plumbline.read(async () => {
    const found: unknown[] = []
    for (const query of [
      sql`select id, digest from cqc_location where not invented order by id`,
      sql`select location_id, overall, published, key_questions, service, scheme, inherited from cqc_rating_now
        order by location_id, published, service, overall`,
      sql`select id, name, detail, name_from, detail_from from cqc_provider order by id`,
      sql`select location_id, source, produced, file, said from cqc_knowledge
        where produced < '2026' order by location_id, source`,
      sql`select match_key, source, produced, file, said from cqc_unidentified order by match_key, source`,
      sql`select location_id, name, service_type, place, postcode, population from service_now order by location_id, name`,
    ])
      found.push((await query.execute(db())).rows)
    return found
  })

const sentIn = async (order: Order): Promise<readonly unknown[]> => {
  const plumbline = await testApp('demo', { workers: true })
  try {
    const person = await plumbline.signIn('administrator')
    await sendAll(person, order)
    const first = await held(plumbline)
    await sendAll(person, order)
    assert.deepEqual(await held(plumbline), first, 'the second time changes nothing')
    return first
  } finally {
    await plumbline.close()
  }
}

test('sent at once or one after the other, forwards or backwards', async () => {
  const [one, other] = [await sentIn(orders[0] ?? []), await sentIn(orders[1] ?? [])]
  assert.ok((one[0] as readonly unknown[]).length > 700)
  assert.deepEqual(other, one)
})
