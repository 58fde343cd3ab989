/** The register and the list of services (W1.1, W1.4, X6). */
import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { importCqcFile } from '../../src/server/register/commands/import-file.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
})
after(() => plumbline.close())

const source = (name: string) => fileURLToPath(new URL(`../../data-sources/cqc/${name}`, import.meta.url))
const locations = source('oldham_locations.ndjson.gz')

const realServices = () =>
  plumbline.read(() => db().selectFrom('service_now').where('invented', '=', false).selectAll().execute())

test('the 451 real locations are 338 services of the area, one for each history, none commissioned', async () => {
  const services = await realServices()
  assert.equal(services.length, 338)
  assert.ok(services.every(({ commissioned }) => !commissioned))
  const led = await plumbline.read(() => db().selectFrom('service_location_now').selectAll().execute())
  const real = led.filter(({ service_id }) => services.some(({ id }) => id === service_id))
  assert.equal(new Set(real.map(({ location_id }) => location_id)).size, 451)
})

test('every real location leads to its service by CQC’s id', async () => {
  const person = await plumbline.signIn('commissioner')
  const ids = await plumbline.read(() =>
    db().selectFrom('cqc_location_now').where('invented', '=', false).select('id').execute(),
  )
  assert.equal(ids.length, 451)
  for (const { id } of ids) assert.equal((await person.get(`/services/${id}`)).status, 303, id)
})

test('every real service is rated on CQC’s key questions alone, and the rest is unknown or does not apply', async () => {
  const proposals = await plumbline.read(
    async () =>
      (
        await sql<{ name: string; cqc: string | null; state: string; others: string[]; band: string | null }>`
          select s.name, l.rating_overall as cqc, c.value ->> 'state' as state, p.band,
            array(select o ->> 'state' from jsonb_array_elements(p.result -> 'criteria') o where o ->> 'id' <> 'cqc-rating') as others
          from service s join cqc_location l on l.id = s.location_id join rating_proposal_now p on p.service_id = s.id,
            jsonb_array_elements(p.result -> 'criteria') c
          where not s.invented and s.joined_to is null and c ->> 'id' = 'cqc-rating'`.execute(db())
      ).rows,
  )
  assert.equal(proposals.length, 338)
  const grades = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate']
  for (const row of proposals) {
    assert.equal(row.state, grades.includes(row.cqc ?? '') ? 'known' : 'unknown', row.name)
    assert.deepEqual(
      [...new Set(row.others)].filter((state) => state === 'known'),
      [],
      row.name,
    )
    assert.equal(row.band, null, row.name)
  }
  assert.ok(proposals.filter(({ state }) => state === 'known').length > 100)
})

test('the same file again changes nothing; a changed rating supersedes the old one', async () => {
  const again = await plumbline.work(() => importCqcFile(locations))
  assert.deepEqual(again.locations, { added: 0, changed: 0, unchanged: 451 })
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-import-'))
  const file = join(folder, 'changed.ndjson')
  const record = {
    locationId: '1-10024040008',
    name: 'Ebenezer Care Services',
    providerId: '1-9408305833',
    localAuthority: 'Oldham',
    currentRatings: {
      overall: {
        rating: 'Inadequate',
        reportDate: '2026-11-01',
        keyQuestionRatings: [{ name: 'Safe', rating: 'Inadequate' }],
      },
    },
  }
  await writeFile(file, `${JSON.stringify(record)}\nnot a record\n`)
  const report = await plumbline.work(() => importCqcFile(file))
  assert.deepEqual(report.locations, { added: 0, changed: 1, unchanged: 0 })
  assert.deepEqual(
    report.rejected.map(({ row }) => row),
    [2],
  )
  const location = await plumbline.read(() =>
    db()
      .selectFrom('cqc_location_now')
      .where('id', '=', '1-10024040008')
      .selectAll()
      .executeTakeFirstOrThrow(),
  )
  assert.equal(location.rating_overall, 'Inadequate')
})

test('no name of a person is stored in the register', async () => {
  const found = await plumbline.read(
    async () =>
      (
        await sql<{ count: number }>`select count(*)::int as count from cqc_location l, cqc_provider p
        where l.detail::text ~ 'personGivenName|Given-|Family-' or p.detail::text ~ 'personGivenName|Given-|Family-'`.execute(
          db(),
        )
      ).rows[0],
  )
  assert.equal(found?.count, 0)
})

for (const [typed, found] of [
  ['rowan house', 'Rowan House'],
  ['rowen huose', 'Rowan House'],
  ['thornhay loge', 'Thornhay Lodge'],
  ['ZZ3 4DD', 'Maple Tree Nursing Home'],
  ['1-10024040008', 'Ebenezer Care Services'],
  ['ebeneezer', 'Ebenezer Care Services'],
  ['kestral way', 'Kestrel Way'],
  ['1-280584830', 'Treetops Nursing Home'],
] as const)
  test(`searching for "${typed}" finds ${found} first`, async () => {
    const person = await plumbline.signIn('commissioner')
    const page = await (await person.get(`/services?q=${encodeURIComponent(typed)}`)).text()
    assert.match(page.match(/href="\/services\/[0-9a-f-]{36}">([^<]*)/)?.[1] ?? 'nothing', new RegExp(found))
  })

test('the list is filtered in its address, 50 a page, and says what to do when it is empty', async () => {
  const person = await plumbline.signIn('commissioner')
  const count = async (query: string) =>
    (await (await person.get(`/services?${query}`)).text()).match(/<strong>(\d+) services?<\/strong>/)?.[1]
  assert.equal(await count(''), '350')
  assert.equal(await count('which=commissioned'), '12')
  assert.equal(await count('which=area'), '338')
  assert.equal(await count('which=commissioned&proposed=red'), '3')
  assert.equal(await count('type=care-home&which=commissioned'), '6')
  const page = await (await person.get('/services?q=zzzzqqqq')).text()
  assert.match(page, /No service matches/)
  const second = await (await person.get('/services?page=2')).text()
  assert.equal(second.match(/href="\/services\/[0-9a-f-]{36}"/g)?.length, 50)
})

test('a service is found by CQC’s id too, and a strange id is a plain 404', async () => {
  const person = await plumbline.signIn('commissioner')
  const answer = await person.get('/services/1-10024040008')
  assert.equal(answer.status, 303)
  assert.match(answer.headers.get('location') ?? '', /^\/services\/[0-9a-f-]{36}$/)
  assert.equal((await person.get("/services/1';drop table service")).status, 404)
  assert.equal((await person.get('/services/00000000-0000-4000-8000-000000000000')).status, 404)
})

for (const [typed, found] of [
  ['treetops nursing', 'Treetops Nursing Home'],
  ['treetpos nursing', 'Treetops Nursing Home'],
  ['OL8 1LL', 'Treetops Nursing Home'],
  ['rm317', 'Royal Oldham Hospital'],
] as const)
  test(`searching CQC’s whole register for "${typed}" finds ${found}`, async () => {
    const person = await plumbline.signIn('commissioner')
    const page = await (await person.get(`/register/locations?q=${encodeURIComponent(typed)}`)).text()
    assert.match(page, new RegExp(`rel="external">${found}<`))
  })
