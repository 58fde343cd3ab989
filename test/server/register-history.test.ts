/** What changes is kept: versions, events, and one history over every registration of a service (X6, X12). */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { importCqcFile } from '../../src/server/register/commands/import-file.ts'
import { heldLocation } from '../../src/server/register/queries/show-location.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let folder: string
before(async () => {
  plumbline = await testApp('demo')
  folder = await mkdtemp(join(tmpdir(), 'plumbline-history-'))
})
after(async () => {
  await plumbline.close()
  await rm(folder, { recursive: true })
})

type Given = Readonly<Record<string, unknown>>

const record = (locationId: string, more: Given): Given => ({
  locationId,
  providerId: '1-700',
  name: 'Larch House',
  localAuthority: 'Oldham',
  postalCode: 'OL1 1AA',
  registrationDate: '2015-04-01',
  ...more,
})

const rated = (rating: string, reportDate: string, safe = rating): Given => ({
  currentRatings: { overall: { rating, reportDate, keyQuestionRatings: [{ name: 'Safe', rating: safe }] } },
})

/** Takes in records as a file that was made on a day. */
const importOf = async (day: string, ...records: readonly Given[]) => {
  const file = join(folder, `records-${day}.ndjson`)
  await writeFile(file, records.map((each) => JSON.stringify(each)).join('\n'))
  return plumbline.work(() => importCqcFile(file))
}

const rowsOf = <Row>(query: ReturnType<typeof sql<Row>>) =>
  plumbline.read(async () => (await query.execute(db())).rows)

const payloads = async (kind: string): Promise<readonly Given[]> =>
  (
    await rowsOf(
      sql<{ payload: string }>`select payload from event join event_payload on event_id = event.id
        where kind = ${kind} order by event.id`,
    )
  )
    .map(({ payload }) => JSON.parse(payload))
    .filter(({ source }) => source !== 'the demonstration')

test('a rating that changes of a known location adds a version and one event that says from what to what', async () => {
  await importOf(
    '2026-01-05',
    record('1-701', rated('Good', '2025-12-01')),
    record('1-702', rated('Good', '2025-12-02')),
  )
  assert.deepEqual(await payloads('register.rating-changed'), [], 'the first knowledge changes nothing')
  await importOf(
    '2026-02-05',
    record('1-701', rated('Inadequate', '2026-02-01')),
    record('1-702', rated('Good', '2025-12-02', 'Requires improvement')),
  )
  const [event, ...others] = await payloads('register.rating-changed')
  assert.deepEqual(others, [])
  const fact = (overall: string, published: string, safe = overall) => ({
    overall,
    published,
    keyQuestions: [{ name: 'Safe', rating: safe }],
  })
  assert.deepEqual(event, {
    source: 'records-2026-02-05.ndjson',
    changes: [
      {
        location: '1-701',
        service: null,
        before: fact('Good', '2025-12-01'),
        after: fact('Inadequate', '2026-02-01'),
      },
      {
        location: '1-702',
        service: null,
        before: fact('Good', '2025-12-02'),
        after: fact('Good', '2025-12-02', 'Requires improvement'),
      },
    ],
  })
  const versions = await rowsOf(
    sql<{ version: number; overall: string; stands: boolean }>`select version,
      valid -> 'ratings' -> 0 ->> 'overall' as overall, superseded_at is null as stands
      from cqc_location_version where id = '1-701' order by version`,
  )
  assert.deepEqual(versions, [
    { version: 1, overall: 'Good', stands: false },
    { version: 2, overall: 'Inadequate', stands: true },
  ])
})

test('an older file never overwrites newer knowledge', async () => {
  const report = await importOf('2024-01-05', record('1-701', { name: 'Larch House as it was' }))
  assert.deepEqual(report.locations, { added: 0, changed: 0, unchanged: 1 })
  const { name, ratings } = await plumbline.read(() => heldLocation('1-701'))
  assert.equal(name, 'Larch House')
  assert.deepEqual(
    ratings.map(({ overall }) => overall),
    ['Inadequate'],
  )
})

/** Takes in a file of the latest ratings, which lists no others, as produced on a day. */
const importLatest = async (
  day: string,
  ...rows: readonly (readonly [domain: string, rating: string, published: string])[]
) => {
  const file = join(folder, `latest-ratings-${day}.csv`)
  const heading =
    'Location ID,Location Name,Location Post Code,Service / Population Group,Domain,Latest Rating,Publication Date,Provider ID,Provider Name'
  const lines = rows.map(([domain, rating, published]) =>
    [
      '1-709',
      'Fir Court',
      'OL3 3CC',
      'Overall',
      domain,
      rating,
      published,
      '1-700',
      'Elm Care Limited',
    ].join(),
  )
  await writeFile(file, [heading, ...lines].join('\n'))
  return plumbline.work(() => importCqcFile(file))
}

test('what a file of the latest ratings lists no more is history, whichever file came first', async () => {
  const months = [
    ['2025-11-03', ['Overall', 'Good', '2025-10-01'], ['Safe', 'Good', '2025-10-01']],
    ['2026-01-03', ['Overall', 'Inadequate', '2025-12-20'], ['Safe', 'Inadequate', '2025-12-20']],
    ['2025-09-03', ['Overall', 'Requires Improvement', '2023-02-01']],
  ] as const
  for (const [day, ...rows] of months) await importLatest(day, ...rows)
  const held = async () =>
    (await plumbline.read(() => heldLocation('1-709'))).ratings.map(
      (one) => `${one.published} ${one.overall}`,
    )
  const expected = ['2025-12-20 Inadequate', '2025-10-01 Good', '2023-02-01 Requires improvement']
  assert.deepEqual(await held(), expected)
  for (const [day, ...rows] of months) {
    const { locations } = await importLatest(day, ...rows)
    assert.deepEqual(locations, { added: 0, changed: 0, unchanged: 1 })
  }
  assert.deepEqual(await held(), expected)
})

const ended = { deregistrationDate: '2026-03-01', registrationStatus: 'Deregistered' }
const successor = (id: string): Given => ({
  relationships: [{ relatedLocationId: id, type: 'HSCA Successor', reason: 'New Provider' }],
})
const predecessor = (id: string): Given => ({
  registrationDate: '2026-03-01',
  relationships: [{ relatedLocationId: id, type: 'HSCA Predecessor', reason: 'New Provider' }],
})

const serviceOf = (location: string) =>
  plumbline.read(async () =>
    db().selectFrom('service_now').where('location_id', '=', location).selectAll().executeTakeFirst(),
  )

test('a commissioned service goes on under its successor: same id, same name, and its ratings as history', async () => {
  await importOf('2026-02-20', record('1-703', rated('Good', '2025-05-01')))
  const service = await serviceOf('1-703')
  await plumbline.work(() =>
    sql`update service set commissioned = true where id = ${service?.id}`.execute(db()),
  )
  const moved = record('1-704', { ...predecessor('1-703'), name: 'Larch House under Elm Care' })
  await importOf('2026-03-05', moved)
  assert.equal((await serviceOf('1-703'))?.id, service?.id, 'both are registered until the old one has ended')
  await importOf('2026-03-06', moved, record('1-703', { ...rated('Good', '2025-05-01'), ...ended }))
  const now = await serviceOf('1-704')
  assert.equal(now?.id, service?.id)
  assert.equal(now?.name, 'Larch House', 'the council’s own words stay')
  assert.equal(await serviceOf('1-703'), undefined)
  const person = await plumbline.signIn('commissioner')
  assert.equal((await person.get('/services/1-703')).headers.get('location'), `/services/${service?.id}`)
  const page = await (await person.get(`/services/${service?.id}`)).text()
  assert.match(
    page,
    /CQC’s ratings over time[\s\S]*1 May 2025[\s\S]*Earlier registration: Larch House, until 1 March 2026/,
  )
})

test('two services of the area that turn out to be one are one: the older id stays, and the other leads to it', async () => {
  await importOf('2026-02-20', record('1-705', ended), record('1-706', { registrationDate: '2026-03-01' }))
  const [old, present] = [await serviceOf('1-705'), await serviceOf('1-706')]
  assert.notEqual(old?.id, present?.id)
  await importOf('2026-03-07', record('1-705', { ...ended, ...successor('1-706') }))
  const kept = await serviceOf('1-706')
  const other = [old, present].find((service) => service?.id !== kept?.id)
  assert.equal(await serviceOf('1-705'), undefined)
  const person = await plumbline.signIn('commissioner')
  for (const id of ['1-705', '1-706', other?.id])
    assert.equal((await person.get(`/services/${id}`)).headers.get('location'), `/services/${kept?.id}`)
  const moves = await payloads('service.moved')
  assert.deepEqual(moves.at(-1)?.joined, [{ id: other?.id, into: kept?.id }])
})

test('a deregistered service without a successor stays, with its end', async () => {
  await importOf('2026-02-20', record('1-707', ended))
  const service = await serviceOf('1-707')
  const page = await (await (await plumbline.signIn('commissioner')).get(`/services/${service?.id}`)).text()
  assert.match(page, /ended on 1 March 2026/)
})

const unmatched =
  'the register holds no location of this name and postcode yet; the row is kept, and taken in once a file with CQC’s ids brings one'

test('what comes without an id is matched by name and postcode, before or after; the rest is told and not invented', async () => {
  const row = (name: string, postcode: string, phone: string) =>
    `${name},,1 High Street,${postcode},${phone},,Residential homes,,Dementia,,Oldham,North West,`
  const heading =
    'Name,Also known as,Address,Postcode,Phone number,Website,Service types,Date of latest check,Specialisms/services,Provider name,Local authority,Region,Location URL'
  const file = join(folder, 'directory-2019-08-01.csv')
  await writeFile(
    file,
    `${heading}\n${row('Yew  Court', 'ol2 2BB', '0161 1')}\n${row('Nobody Knows', 'OL9 9ZZ', '0161 2')}\n${row('No Postcode', '', '0161 3')}\n`,
  )
  const early = await plumbline.work(() => importCqcFile(file))
  assert.deepEqual(
    early.rejected.map(({ row: at, reason }) => [at, reason]),
    [
      [2, unmatched],
      [3, unmatched],
      [4, 'it gives no postcode, and without one nothing tells which location of its name is meant'],
    ],
  )
  await importOf('2026-02-20', record('1-708', { name: 'Yew Court', postalCode: 'OL2 2BB' }))
  const again = await plumbline.work(() => importCqcFile(file))
  assert.deepEqual(again.locations, { added: 0, changed: 0, unchanged: 1 })
  assert.deepEqual(
    again.rejected.map(({ row: at }) => at),
    [3, 4],
  )
  const [held] = await rowsOf(sql<{ detail: Given }>`select detail from cqc_location where id = '1-708'`)
  assert.equal(held?.detail.phone, null, 'the newer record says that there is none')
})
