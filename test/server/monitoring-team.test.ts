/** The plan of the team and of the quarter, its calendars, and what providers see of it (W3.9, X7, X9). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { idOf } from '../../src/server/demo/ids.ts'
import { replan } from '../../src/server/monitoring/commands/replan.ts'
import { servicesUnderContract } from '../../src/server/monitoring/queries/services-under-contract.ts'
import { db, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { asEastmarch, type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let lead: Person
before(async () => {
  plumbline = await testApp('demo')
  lead = await plumbline.signIn('contract-lead')
})
after(() => plumbline.close())

const text = async (person: Person, path: string): Promise<string> => (await person.get(path)).text()

test('the plan of the team is filtered by address, and downloaded with the same filter', async () => {
  const page = await text(lead, '/plan?activity=pamms-assessment')
  assert.match(page, /PAMMS Assessment/)
  assert.doesNotMatch(page, /href="\/activities\/[^"]*">Contract Monitoring Meeting/)
  const file = await lead.get('/plan/plan.csv?activity=pamms-assessment')
  const lines = (await file.text()).trim().split('\r\n')
  assert.equal(lines[0]?.includes('Activity,Service,State,Due'), true)
  const [, count = ''] = /<strong>(\d+) activit/.exec(page) ?? []
  assert.equal(lines.length - 1, Number(count))
  const event = await plumbline.read(() =>
    db().selectFrom('event').where('kind', '=', 'export.made').select('subject_id').executeTakeFirst(),
  )
  assert.equal(event?.subject_id, '/plan/plan.csv')
  assert.equal((await (await plumbline.signIn('auditor')).get('/plan/plan.csv')).status, 403)
})

test('W3.9: a quarter shows the load of each assessor, and gives activities to another by form', async () => {
  const [row] = await plumbline.read(() =>
    db()
      .selectFrom('activity_now')
      .where('by_provider', '=', false)
      .where('state', 'in', ['due', 'arranged'])
      .where('due', '>=', '2026-10-01' as never)
      .where('due', '<=', '2026-12-31' as never)
      .select(['id', 'person_id', 'version'])
      .execute(),
  )
  assert.ok(row?.id)
  const page = await text(lead, '/plan/quarters/2026-4')
  assert.match(page, /Load of each assessor/)
  const form = { activities: row.id, person: idOf('rufus') }
  assert.equal((await lead.post('/plan/quarters/2026-4/assign', { ...form, person: '' })).status, 422)
  const answer = await lead.post('/plan/quarters/2026-4/assign', form)
  assert.equal(answer.status, 303)
  assert.match(await text(lead, '/plan/quarters/2026-4'), /Rufus Okoro: 1 activity/)
  assert.equal((await lead.get('/plan/quarters/2026-5')).status, 404)
})

test('X9: a calendar at a secret address parses, holds titles and places and no notes, and is worth nothing once ended', async () => {
  const made = await (await lead.post('/plan/calendars/make', { covers: 'team' })).text()
  const [, path = ''] = /(\/calendar\/[\w-]{43}\.ics)/.exec(made) ?? []
  assert.doesNotMatch(await text(lead, '/plan/calendars'), /\/calendar\/[\w-]{43}/, 'it is shown once')
  const answer = await plumbline.anyone().get(path)
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8')
  assert.match(answer.headers.get('cache-control') ?? '', /^private/)
  const calendar = await answer.text()
  for (const line of calendar.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent')
  const rows = await plumbline.read(() =>
    db()
      .selectFrom('activity_now')
      .where('state', 'in', ['due', 'arranged'])
      .where('by_provider', '=', false)
      .where('authority_id', '=', 'eastmarch')
      .select(['id', 'state', 'arranged_for', 'at_time', 'place'])
      .execute(),
  )
  assert.equal(events.length, rows.length)
  const arranged = rows.find(({ state, at_time }) => state === 'arranged' && at_time !== null)
  assert.ok(arranged?.id)
  const event = events
    .map((each) => new ICAL.Event(each))
    .find(({ uid }) => uid === `${arranged.id}@plumbline`)
  assert.equal(event?.location, arranged.place)
  assert.equal(
    event?.startDate.toJSDate().toISOString(),
    `${arranged.arranged_for}T${arranged.at_time}:00.000Z`,
  )
  const kinds = new Set(events.flatMap((each) => each.getAllProperties().map(({ name }) => name)))
  assert.deepEqual([...kinds].toSorted(), [
    'dtend',
    'dtstamp',
    'dtstart',
    'location',
    'sequence',
    'summary',
    'transp',
    'uid',
  ])
  await lead.post('/plan/calendars/end', { covers: 'team' })
  assert.equal((await plumbline.anyone().get(path)).status, 404)
})

test('a person’s own calendar holds what is theirs, and ends with their role', async () => {
  const assessor = await plumbline.signIn('quality-assessor')
  const made = await (await assessor.post('/plan/calendars/make', { covers: 'person' })).text()
  const [, path = ''] = /(\/calendar\/[\w-]{43}\.ics)/.exec(made) ?? []
  const own = new ICAL.Component(ICAL.parse(await text(plumbline.anyone(), path))).getAllSubcomponents(
    'vevent',
  )
  const rows = await plumbline.read(() =>
    db()
      .selectFrom('activity_now')
      .where('state', 'in', ['due', 'arranged'])
      .where('person_id', '=', idOf('maren'))
      .select('id')
      .execute(),
  )
  assert.ok(rows.length > 0)
  assert.equal(own.length, rows.length)
  const { Client } = (await import('pg')).default
  const owner = new Client({ connectionString: plumbline.address })
  await owner.connect()
  await owner.query(`delete from membership where person_id = $1`, [idOf('maren')])
  await owner.end()
  assert.equal((await plumbline.anyone().get(path)).status, 404)
})

test('providers see what is due from them and arranged with them, and never a date that tells the colour', async () => {
  const manager = await plumbline.signIn('registered-manager')
  const page = await text(manager, '/our-services')
  assert.match(page, /What is due and arranged/)
  assert.match(page, /Monthly Performance data/)
  const seen = await plumbline.read(
    () => db().selectFrom('activity_now').select(['state', 'by_provider', 'announced']).execute(),
    { kind: 'person', id: idOf('perpetua'), authorities: ['eastmarch'], services: [idOf('rowan-house')] },
  )
  assert.ok(seen.length > 0)
  for (const { state, by_provider, announced } of seen)
    assert.ok((state === 'arranged' && announced) || (state === 'due' && by_provider))
  const records = await plumbline.read(
    () => db().selectFrom('activity_record_now').select('activity_id').execute(),
    { kind: 'person', id: idOf('perpetua'), authorities: ['eastmarch'], services: [idOf('rowan-house')] },
  )
  assert.deepEqual(records, [], 'no reasons and no notes')
  assert.equal((await manager.get(`/services/${idOf('rowan-house')}/plan`)).status, 403)
})

/** How many statements it takes to plan some services, which were planned already and forgot it. */
const statementsFor = async (services: readonly string[]): Promise<number> => {
  let statements = 0
  const { ground } = plumbline.opened
  const kysely = ground.kysely.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await unitOfWork({ ...ground, kysely }, asEastmarch, 'write', async () => {
    await sql`update activity set state = 'lapsed' where state = 'due'`.execute(db())
    statements = 0
    await replan(services, 'calendar')
  })
  return statements
}

test('to plan all services of a council takes as many statements as to plan one', async () => {
  const services = await plumbline.read(() => servicesUnderContract('eastmarch'))
  assert.ok(services.length > 5)
  assert.equal(await statementsFor(services), await statementsFor(services.slice(0, 1)))
})
