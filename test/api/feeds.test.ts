/** Files at addresses that stay, for spreadsheets and reports: with a token, never in the address, each in the trail. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { operations } from '../../src/server/api/operations.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { asking, type Program, program } from '../support/api.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let sheet: Program
before(async () => {
  plumbline = await testApp('demo')
  sheet = await program(plumbline, [
    'services:export',
    'intelligence:export',
    'contracts:export',
    'ratings:export',
    'audit:export',
  ])
})
after(() => plumbline.close())

const rowsOf = async (answer: Response): Promise<readonly Readonly<Record<string, string>>[]> => {
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8')
  return parse(await answer.text(), { columns: true, bom: true })
}

/** Reports elsewhere are built on these: a name stays, and a new column comes after the last. */
const promised = {
  'services.csv':
    'id,name,type,provider,place,postcode,locationId,cqcRating,cqcPublished,commissioned,population,lead,proposedRating,invented',
  'intelligence.csv':
    'id,service,version,kind,occurred,concluded,outcome,progressed,reference,recordedAt,category,source,route',
  'contracts.csv':
    'id,reference,service,serviceName,serviceType,provider,group,starts,lastDay,standing,annualValue,lead',
  'ratings.csv': 'service,name,band,asAt,recordedAt',
} as const

test('every feed has the columns that were promised, and rows', async () => {
  const files = operations.flatMap(({ path }) => (path.startsWith('/feeds/') ? [path.slice(7)] : []))
  assert.deepEqual(files.toSorted(), Object.keys(promised).toSorted())
  for (const [file, columns] of Object.entries(promised)) {
    const [first, ...others] = await rowsOf(await sheet.get(`/feeds/${file}`))
    assert.equal(Object.keys(first ?? {}).join(), columns)
    assert.ok(others.length > 10, file)
  }
})

test('a spreadsheet sends the token as its password, whatever the name', async () => {
  for (const name of ['', 'anyone', 'Ada Birch'])
    await rowsOf(
      await asking(plumbline, `Basic ${btoa(`${name}:${sheet.secret}`)}`, 'GET', '/feeds/ratings.csv'),
    )
  const refused = await asking(plumbline, null, 'GET', '/feeds/ratings.csv')
  assert.match(refused.headers.get('www-authenticate') ?? '', /Basic realm="Plumbline"/)
})

test('a password opens files only, and a token in the address opens nothing', async () => {
  const every = await program(plumbline)
  const basic = `Basic ${btoa(`a:${every.secret}`)}`
  assert.equal((await asking(plumbline, basic, 'GET', '/services')).status, 401)
  for (const name of ['token', 'access_token', 'key'])
    assert.equal(
      (await asking(plumbline, null, 'GET', `/feeds/ratings.csv?${name}=${every.secret}`)).status,
      401,
    )
})

test('each time a file is taken, the trail says which token took how many rows', async () => {
  const rows = await rowsOf(await sheet.get('/feeds/intelligence.csv?kind=compliment'))
  const event = await plumbline.read(() =>
    db()
      .selectFrom('event')
      .innerJoin('event_payload', 'event_payload.event_id', 'event.id')
      .where('kind', '=', 'export.made')
      .orderBy('id', 'desc')
      .select(['actor_id', 'payload', 'subject_id'])
      .executeTakeFirstOrThrow(),
  )
  assert.equal(event.actor_id, sheet.token)
  assert.equal(event.subject_id, '/api/v1/feeds/intelligence.csv')
  assert.deepEqual(JSON.parse(event.payload), {
    what: 'intelligence',
    filters: { kind: 'compliment' },
    rows: rows.length,
  })
})

test('what a spreadsheet would take for a formula comes as text', async () => {
  const writer = await program(plumbline)
  const reference = '=HYPERLINK("http://example")'
  const body = { service: idOf('rowan-house'), kind: 'compliment', occurred: '2026-11-01', reference }
  assert.equal((await writer.write('POST', '/intelligence', body)).status, 201)
  const rows = await rowsOf(await sheet.get('/feeds/intelligence.csv'))
  assert.ok(rows.some((row) => row.reference === `'${reference}`))
})

test('a feed of a past day says what was known then', async () => {
  const count = async (query: string) =>
    (await rowsOf(await sheet.get(`/feeds/intelligence.csv${query}`))).length
  assert.ok((await count('?as-at=2026-03-01')) < (await count('')))
})

test('the trail goes out as an event a line, and so does this', async () => {
  const answer = await sheet.get('/audit/events.ndjson?from=2026-11-01')
  assert.equal(answer.headers.get('content-type'), 'application/x-ndjson')
  const events = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly id: number; readonly kind: string })
  assert.equal(events[0]?.kind, 'export.made')
  assert.ok(events.every(({ id }, index) => index === 0 || id < (events[index - 1]?.id ?? 0)))
})
