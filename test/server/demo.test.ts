/** The demonstration as `npm start` loads it: wide, repeatable, and true to its own time (X8, B2.10, W1.1, W2.1). */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../src/core/kit/days.ts'
import { invent, usual } from '../../src/server/demo/invent.ts'
import { isEmpty, loadDemonstration } from '../../src/server/demo/load.ts'
import { type Opened, openDatabase } from '../../src/server/open.ts'
import { system } from '../../src/server/platform/actor.ts'
import { db, unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { policyInForce } from '../../src/server/policy/in-force.ts'
import { demonstrationLoadedAt } from '../support/cluster.ts'
import { testDatabase } from '../support/database.ts'

const both = system('test', ['eastmarch', 'northfold'])
const today = day('2026-11-21')
let opened: Opened
let tidy: () => Promise<void>
const said: string[] = []

before(async () => {
  const database = await testDatabase('empty')
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-demo-'))
  const silent = () => {}
  opened = await openDatabase(database.url, 'demo', silent, folder, () => demonstrationLoadedAt)
  await loadDemonstration(opened.ground, (text) => said.push(text))
  tidy = async () => {
    await opened.close()
    await database.drop()
    await rm(folder, { recursive: true })
  }
})
after(() => tidy())

const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  unitOfWork(opened.ground, both, 'read', async () => (await query.execute(db())).rows)

test('the same seed gives the same demonstration, and another seed another one', () => {
  assert.deepEqual(invent(usual, today), invent(usual, today))
  const names = (seed: string) =>
    invent({ ...usual, seed }, today).councils.flatMap(({ services }) => services.map(({ name }) => name))
  assert.notDeepEqual(names('one'), names('other'))
})

test('it says how far it is, and is not loaded twice', async () => {
  assert.ok(said.length >= 3, said.join('\n'))
  assert.equal(await isEmpty(opened.ground), false)
  await assert.rejects(loadDemonstration(opened.ground, () => {}))
})

test('both councils have sixty services and more, of every type that their policy knows', async () => {
  for (const council of ['eastmarch', 'northfold']) {
    const found = await rows(sql<{ type: string }>`select service_type as type from service_now
      where invented and authority_id = ${council}`)
    assert.ok(found.length >= 60, `${council}: ${found.length}`)
    const policy = await unitOfWork(opened.ground, both, 'read', () => policyInForce(council, today))
    const there = new Set(found.map(({ type }) => type))
    assert.deepEqual(
      policy.serviceTypes.map(({ id }) => id).filter((id) => !there.has(id)),
      [],
      council,
    )
  }
})

test('two providers work in both councils, and one group has many services', async () => {
  const shared = await rows(sql<{ name: string }>`select legal_name as name from provider_now
    group by legal_name, cqc_id having count(distinct authority_id) = 2 order by 1`)
  assert.deepEqual(
    shared.map(({ name }) => name),
    ['Brightwater Care Services (invented)', 'Harbourlight Group (invented)'],
  )
  const [group] = await rows(sql<{ services: number }>`select count(distinct service_id)::int as services
    from contract_now where group_name = 'Harbourlight (invented)' and authority_id = 'eastmarch'`)
  assert.ok((group?.services ?? 0) >= 10, `${group?.services} services of the group`)
})

test('every commissioned service has a contract in force, a lead, and a rating or what keeps it from one', async () => {
  const without = await rows(sql<{ name: string }>`select name from service_now s where commissioned
    and not exists (select from contract_now c where c.service_id = s.id and (c.stopped_on is null or c.stopped_on >= ${today}))`)
  assert.deepEqual(without, [])
  const leaderless = await rows(
    sql<{ name: string }>`select name from service_now where commissioned and contract_lead_id is null`,
  )
  assert.deepEqual(leaderless, [])
  const unrated = await rows(sql<{ name: string }>`select name from service_now s where commissioned
    and not exists (select from rating_proposal_now p where p.service_id = s.id
      and (p.band is not null or length(p.result -> 'overall' ->> 'because') > 20))`)
  assert.deepEqual(unrated, [])
})

test('colours are spread: some of each, and none is nearly all', async () => {
  const bands = await rows(sql<{ council: string; band: string; services: number }>`
    select s.authority_id as council, p.band, count(*)::int as services
    from rating_proposal_now p join service_now s on s.id = p.service_id
    where s.commissioned and p.band is not null group by 1, 2`)
  for (const council of ['eastmarch', 'northfold']) {
    const own = bands.filter((each) => each.council === council)
    const all = own.reduce((sum, { services }) => sum + services, 0)
    assert.equal(own.length, 3, JSON.stringify(own))
    for (const { band, services } of own)
      assert.ok(services >= 3 && services / all < 0.85, `${council}, ${band}: ${services} of ${all}`)
  }
})

test('made-up intelligence is on invented services only', async () => {
  const [found] = await rows(sql<{ all: number; real: number; kinds: number }>`select count(*)::int as all,
      count(*) filter (where not s.invented)::int as real, count(distinct kind)::int as kinds
    from intelligence_now i join service_now s on s.id = i.service_id`)
  assert.equal(found?.real, 0)
  assert.equal(found?.kinds, 8)
  assert.ok((found?.all ?? 0) > 2000, `${found?.all} items`)
})

test('some of it came late, some was corrected, and nothing was known before it happened or tomorrow', async () => {
  const [found] = await rows(sql<{ late: number; corrected: number; early: number; future: number }>`select
      count(*) filter (where version = 1 and recorded_at::date - (valid ->> 'occurred')::date > 20)::int as late,
      count(*) filter (where version > 1 and valid ->> 'kind' = 'compliment')::int as corrected,
      count(*) filter (where recorded_at::date < (valid ->> 'occurred')::date)::int as early,
      count(*) filter (where recorded_at > ${demonstrationLoadedAt})::int as future
    from intelligence_version`)
  assert.ok((found?.late ?? 0) > 50, `${found?.late} late`)
  assert.ok((found?.corrected ?? 0) > 3, `${found?.corrected} corrected`)
  assert.deepEqual([found?.early, found?.future], [0, 0])
})

test('past days show what was known on them: ratings of every month, and fewer items', async () => {
  const months = await rows(sql<{ month: string }>`select to_char(p.recorded_at, 'YYYY-MM') as month
    from rating_proposal p join service_now s on s.id = p.service_id where s.invented group by 1 order by 1`)
  assert.ok(months.length >= 24, `${months.length} months with new proposals`)
  const [known] = await rows(sql<{ then: number; now: number }>`select
    (select count(*)::int from intelligence_known(${'2025-11-21T23:00:00Z'})) as then,
    (select count(*)::int from intelligence_now) as now`)
  assert.ok((known?.then ?? 0) > 500 && (known?.then ?? 0) < (known?.now ?? 0), JSON.stringify(known))
})

test('contracts have ended, one was terminated with reasons, one ends soon, leads have changed', async () => {
  for (const council of ['eastmarch', 'northfold']) {
    const [found] = await rows(sql<{
      ended: number
      terminated: number
      soon: number
      two: number
      changed: number
    }>`select
      count(*) filter (where stopped = 'ended')::int as ended,
      count(*) filter (where stopped = 'terminated' and cardinality(stop_reasons) > 0)::int as terminated,
      count(*) filter (where stopped is null and ends between ${today} and ${today}::date + 31)::int as soon,
      (select count(*)::int from (select from contract_now where stopped is null and authority_id = ${council}
        group by service_id having count(*) > 1) several) as two,
      (select count(*)::int from contract_lead where held_to is not null and authority_id = ${council}) as changed
      from contract_now where authority_id = ${council}`)
    for (const [what, number] of Object.entries(found ?? {})) assert.ok(number > 0, `${council}: ${what}`)
    assert.equal(found?.terminated, 1)
  }
})

test('a contract lead has some work to do, and not too much', async () => {
  const work = await rows(sql<{ name: string; items: number }>`select p.name, count(*)::int as items
    from council_person_now p join service_now s on s.contract_lead_id = p.id
      join intelligence_now i on i.service_id = s.id and i.kind = 'care-concern'
      join event_now e on e.id = i.event_id and e.kind = 'intelligence.recorded'
    group by 1 order by 1`)
  assert.ok(work.length >= 5, JSON.stringify(work))
  for (const { name, items } of work) assert.ok(items <= 15, `${name}: ${items}`)
})
