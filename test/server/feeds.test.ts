/** What is collected is declared and ended by form, and ratings tell zero from silence by it (WA2). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { eventually, type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let lead: Person
before(async () => {
  plumbline = await testApp('demo', { workers: true })
  lead = await plumbline.signIn('contract-lead')
})
after(() => plumbline.close())

const path = '/intelligence/feeds'
const service = idOf('quillan-mews')

const form = (fields: Readonly<Record<string, string>> = {}) => ({
  id: randomUUID(),
  name: 'New case system',
  kinds: 'care-concern',
  'from-day': '1',
  'from-month': '1',
  'from-year': '2025',
  scope: 'all',
  ...fields,
})

const openFeed = async (kind: string): Promise<string> => {
  const row = await plumbline.read(() =>
    db()
      .selectFrom('intelligence_feed_now')
      .where('authority_id', '=', 'eastmarch')
      .where('kind', '=', kind)
      .where('collected_until', 'is', null)
      .select('id')
      .$narrowType<{ id: string }>()
      .executeTakeFirstOrThrow(),
  )
  return row.id
}

const careConcerns = async (): Promise<string> => {
  const page = await (await lead.get(`/services/${service}/why`)).text()
  const start = page.indexOf('id="care-concerns"')
  return page.slice(start, start + 2000)
}

test('the demonstration says what its councils collect, by which feed', async () => {
  const page = await (await lead.get(path)).text()
  for (const words of ['Social care case system', 'Form for concerns', 'All commissioned services'])
    assert.ok(page.includes(words), words)
  assert.doesNotMatch(page, /Nobody collects/)
})

test('ended, no case is unknown again; another feed that carries on makes it known', async () => {
  assert.match(await careConcerns(), /0 care concerns|No care concern|no care concern/i)
  const id = await openFeed('care-concern')
  const early = await lead.post(`${path}/${id}/end`, {
    'until-day': '1',
    'until-month': '1',
    'until-year': '2001',
  })
  assert.equal(early.status, 422)
  const end = { 'until-day': '20', 'until-month': '11', 'until-year': '2026' }
  assert.equal((await lead.post(`${path}/${id}/end`, end)).headers.get('location'), `${path}?done=feed-ended`)
  await eventually('the rating without the feed', async () =>
    /unknown|not collected/i.test(await careConcerns()),
  )
  const page = await (await lead.get(path)).text()
  assert.match(page, /Nobody collects: Care concern/)
  assert.match(page, /20 November 2026/)
  assert.equal((await lead.post(`${path}/${id}/end`, end)).status, 409)
  const sent = form({ 'from-day': '21', 'from-month': '11', 'from-year': '2026' })
  for (const _ of [1, 2]) assert.equal((await lead.post(`${path}/new`, sent)).status, 303)
  await eventually('the rating with the next feed', async () =>
    /0 care concerns|no care concern/i.test(await careConcerns()),
  )
  const { rows } = await plumbline.read(() =>
    sql<{ name: string; versions: number }>`select name, count(*)::int as versions from intelligence_feed
      where kind = 'care-concern' and authority_id = 'eastmarch' group by id, name order by versions`.execute(
      db(),
    ),
  )
  assert.deepEqual(rows, [
    { name: 'New case system', versions: 1 },
    { name: 'Form for concerns', versions: 2 },
  ])
})

test('services are named by name or CQC’s id, and an unknown one comes back', async () => {
  const refused = await lead.post(
    `${path}/new`,
    form({ scope: 'services', services: 'Sallow Court\nNowhere Hall' }),
  )
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /No service is called Nowhere Hall/)
  const taken = await lead.post(`${path}/new`, form({ scope: 'services', services: 'Sallow Court' }))
  assert.equal(taken.status, 303)
  assert.match(await (await lead.get(path)).text(), /<td[^>]*>Sallow Court<\/td>/)
})

test('only some declare', async () => {
  const assessor = await plumbline.signIn('quality-assessor')
  assert.equal((await assessor.get(path)).status, 200)
  assert.equal((await assessor.post(`${path}/new`, form())).status, 403)
})
