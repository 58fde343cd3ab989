/** The public register: for anyone, always as it stands, and in files for programs (W1.3, W1.4, W1.7). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { parseHTML } from 'linkedom'
import { day } from '../../src/core/kit/days.ts'
import { registerDocument, registerSchema } from '../../src/core/publication/document.ts'
import { columns } from '../../src/core/publication/file-rows.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { system } from '../../src/server/platform/actor.ts'
import { db, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { forgetOldChanges } from '../../src/server/public/commands.ts'
import { publicVersion } from '../../src/server/public/queries.ts'
import { startSuspension } from '../../src/server/suspensions/commands/suspensions.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let anyone: Person
before(async () => {
  plumbline = await testApp('demo')
  anyone = plumbline.anyone()
})
after(() => plumbline.close())

const text = async (path: string): Promise<string> => (await anyone.get(path)).text()
const base = '/register/eastmarch'

const document = async (query = '') =>
  registerDocument.parse(JSON.parse(await text(`${base}/services.json${query}`)))

const namesIn = async (query: string): Promise<readonly string[]> =>
  (await document(query)).services.map(({ name }) => name)

const suspend = (key: string, changes: Partial<Parameters<typeof startSuspension>[2]> = {}) => {
  const id = randomUUID()
  return plumbline.work(() =>
    startSuspension(id, idOf(key), {
      kind: 'all-new-placements',
      reason: 'contract',
      starts: day('2026-11-20'),
      reviewOn: null,
      clause: null,
      conditions: null,
      contract: null,
      ...changes,
    }),
  )
}

test('anyone reads it: no cookie, no session, and nothing of the staff’s pages', async () => {
  for (const path of ['/register', base, `${base}/services/${idOf('rowan-house')}`]) {
    const answer = await anyone.get(path)
    assert.equal(answer.status, 200, path)
    assert.equal(answer.headers.get('set-cookie'), null)
    assert.match(answer.headers.get('cache-control') ?? '', /^public, max-age=0, s-maxage=60$/)
    const page = await answer.text()
    assert.doesNotMatch(page, /Sign in|href="\/services|Proposed/)
  }
})

test('it lists all services of the area with CQC’s rating, also those that are not commissioned', async () => {
  const { services, reviewedOn } = await document()
  assert.equal(reviewedOn, null)
  const commissioned = services.filter((service) => service.commissioned)
  assert.equal(commissioned.length, 12)
  assert.ok(services.length > 100)
  const rowan = services.find(({ name }) => name === 'Rowan House')
  assert.deepEqual(rowan?.cqc, {
    location: null,
    url: null,
    rating: 'Good',
    ratedOn: '2025-03-01',
    registeredFrom: '2018-04-01',
  })
  assert.equal(rowan?.invented, true)
  assert.match(await text(`${base}/services/${rowan?.id}`), /This service is invented/)
  const real = services.find(({ invented, cqc }) => !invented && cqc?.rating === 'Good')
  const page = parseHTML(await text(`${base}/services/${real?.id}`)).document
  assert.equal(page.querySelector('a[rel="external"]')?.getAttribute('href'), real?.cqc?.url)
})

test('search and filters are by type, place and CQC’s rating, and forgive a slip', async () => {
  assert.deepEqual(await namesIn('?q=rowan'), ['Rowan House'])
  assert.deepEqual(await namesIn('?q=thornhey+lodge'), ['Thornhay Lodge'])
  assert.deepEqual(await namesIn('?q=ZZ23CC'), ['Thornhay Lodge'])
  assert.ok((await namesIn('?rating=Inadequate')).includes('Maple Tree Nursing Home'))
  assert.ok(!(await namesIn('?rating=none')).includes('Maple Tree Nursing Home'))
  assert.ok((await namesIn('?rating=none')).includes('Amber Row'))
  assert.deepEqual(await namesIn('?type=life-opportunities&place=Netherby+Eastmarch'), ['Orchard Days'])
  assert.deepEqual(await namesIn('?suspended=yes'), ['Maple Tree Nursing Home'])
  assert.match(await text(`${base}?q=zzzzzzzz`), /No service matches/)
  assert.equal((await text(`${base}?page=2`)).match(/<th scope="row"/g)?.length, 50)
})

test('a suspension is in every answer that begins after it was saved, in pages and in files', async () => {
  const before = await anyone.get(`${base}/services.json`)
  assert.doesNotMatch(await text(`${base}?suspended=yes`), /Gorse Hill/)
  await suspend('gorse-hill')
  assert.match(await text(`${base}?suspended=yes`), /Gorse Hill/)
  assert.match(
    await text(`${base}/services/${idOf('gorse-hill')}`),
    /New placements are suspended since 20 November 2026/,
  )
  assert.match(await text(`${base}/services.csv`), /Gorse Hill.*,yes,2026-11-20,All new placements,/)
  const again = await anyone.get(`${base}/services.json`)
  assert.notEqual(again.headers.get('etag'), before.headers.get('etag'))
})

test('what the policy does not publish is not there: a kind of suspension, and a whole register', async () => {
  await suspend('kestrel-way', { kind: 'by-the-provider' })
  assert.ok(!(await namesIn('?suspended=yes')).includes('Kestrel Way'))
  assert.doesNotMatch(await text(`${base}/services/${idOf('kestrel-way')}`), /Suspended since/)
  assert.equal((await anyone.get('/register/nowhere')).status, 404)
  assert.equal((await anyone.get('/register/nowhere/services.csv')).status, 404)
  assert.equal((await anyone.get(`${base}/services/${randomUUID()}`)).status, 404)
})

test('a suspension that is still to come is shown from its day on', async () => {
  await suspend('quillan-mews', { starts: day('2026-11-23') })
  assert.ok(!(await namesIn('?suspended=yes')).includes('Quillan Mews'))
  plumbline.clock.advance(2 * 24 * 60 * 60 * 1000)
  assert.ok((await namesIn('?suspended=yes')).includes('Quillan Mews'))
})

test('what closed is not listed, and its page says so', async () => {
  const closed = await plumbline.read(() =>
    db()
      .selectFrom('service_now')
      .innerJoin('cqc_location_now', 'cqc_location_now.id', 'service_now.location_id')
      .where('registered_to', 'is not', null)
      .select(['service_now.id', 'service_now.name'])
      .executeTakeFirstOrThrow(),
  )
  assert.ok(!(await document()).services.some(({ id }) => id === closed.id))
  assert.match(await text(`${base}/services/${closed.id}`), /no longer registered or has closed/)
})

test('the CSV file has its columns, the same services, and no formula', async () => {
  await plumbline.work(() =>
    sql`update service set name = '=1+1' where id = ${idOf('amber-row')}`.execute(db()),
  )
  const answer = await anyone.get(`${base}/services.csv`)
  assert.match(answer.headers.get('content-disposition') ?? '', /eastmarch-care-services\.csv/)
  const rows = parse(await answer.text(), { bom: true }) as string[][]
  assert.deepEqual(
    rows[0],
    columns.map(({ name }) => name),
  )
  assert.equal(rows.length - 1, (await document()).services.length)
  assert.ok(rows.some(([, name]) => name === "'=1+1"))
  assert.ok(!rows.some((row) => row.includes('=1+1')))
})

test('files may be fetched by any website’s script, pages may not; the schema is served', async () => {
  for (const path of [`${base}/services.csv`, `${base}/services.json`, '/register/schema.json'])
    assert.equal((await anyone.get(path)).headers.get('access-control-allow-origin'), '*', path)
  assert.equal((await anyone.get(base)).headers.get('access-control-allow-origin'), null)
  assert.equal(await text('/register/schema.json'), registerSchema())
})

test('whoever has the answer already gets 304, until something changes', async () => {
  const ask = (tag: string) => plumbline.anyone({ headers: { 'if-none-match': tag } })
  for (const path of [base, `${base}/services.csv`, `${base}/services.json`]) {
    const tag = (await anyone.get(path)).headers.get('etag') ?? ''
    const known = await ask(`"other", W/${tag}`).get(path)
    assert.equal(known.status, 304, path)
    assert.equal(await known.text(), '')
    assert.equal(known.headers.get('etag'), tag)
    assert.equal((await ask('"other"').get(path)).status, 200)
  }
  const tag = (await anyone.get(base)).headers.get('etag') ?? ''
  await plumbline.work(() =>
    sql`update service set name = 'Amber Row' where id = ${idOf('amber-row')}`.execute(db()),
  )
  assert.equal((await ask(tag).get(base)).status, 200)
})

test('a person says that they went through it, and by when again the policy tells', async () => {
  assert.match(await text(base), /Nobody has reviewed this list yet/)
  const lead = await plumbline.signIn('contract-lead')
  assert.match(await (await lead.get('/publication')).text(), /Nobody has reviewed the list yet/)
  const form = { id: randomUUID() }
  for (const _ of ['once', 'and by a second click'])
    assert.equal((await lead.post('/publication', form)).status, 303)
  assert.match(await text(base), /last reviewed on <strong>23 November 2026/)
  const view = () => plumbline.read(() => db().selectFrom('publication_review_now').selectAll().execute())
  assert.deepEqual(await view(), [
    { authority_id: 'eastmarch', last_reviewed: '2026-11-23', due: '2027-02-23' },
  ])
  assert.doesNotMatch(await (await lead.get('/publication')).text(), /overdue/)
  plumbline.clock.advance(93 * 24 * 60 * 60 * 1000)
  const later = await plumbline.signIn('contract-lead')
  assert.match(
    await (await later.get('/publication')).text(),
    /1 day overdue: it was due by 23 February 2027/,
  )
  for (const role of ['quality-assessor', 'director'] as const)
    assert.equal((await (await plumbline.signIn(role)).get('/publication')).status, 403, role)
})

test('the version tells states apart, whatever the order of commits, and when old changes are forgotten', async () => {
  const on = plumbline.opened.ground
  const version = () => publicVersion(on)
  const touch = () => sql`update service set name = name where false`.execute(db())
  const actor = system('test', ['eastmarch'])
  const [start, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const seen = [await version()]
  // The first takes the lower number and commits after the second.
  const slow = unitOfWork(on, actor, 'write', async () => {
    await touch()
    start.resolve()
    await second.promise
  })
  await start.promise
  await unitOfWork(on, actor, 'write', touch)
  seen.push(await version())
  second.resolve()
  await slow
  seen.push(await version())
  await unitOfWork(on, actor, 'write', async () => {
    await touch()
    await touch()
  })
  seen.push(await version())
  assert.equal(new Set(seen).size, seen.length)
  const numbers = () =>
    plumbline.read(async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from public_change`.execute(db())
      return rows[0]?.n ?? 0
    })
  for (let at = 0; at < 260; at += 1) await unitOfWork(on, actor, 'write', touch)
  const many = await version()
  await plumbline.work(forgetOldChanges)
  assert.ok((await numbers()) <= 201)
  assert.notEqual(await version(), many)
})

test('the schema and the columns stand in the documentation as they are', () => {
  const written = JSON.parse(readFileSync('docs/register.schema.json', 'utf8'))
  assert.deepEqual(written, JSON.parse(registerSchema()))
  const guide = readFileSync('docs/how-to/publish-the-register.md', 'utf8')
  for (const { name, means } of columns)
    assert.ok(
      guide.split('\n').some((line) => line.includes(`\`${name}\``) && line.includes(means)),
      name,
    )
})
