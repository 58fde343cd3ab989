/** Texts of decisions, minutes, alerts and suspensions go when they were kept long enough; the facts stay (X11, W3.4). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { day, plusMilliseconds } from '../../src/core/kit/days.ts'
import { disposables } from '../../src/server/disposables.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { placeHold, releaseHold } from '../../src/server/retention/commands/hold.ts'
import { proposeDisposals } from '../../src/server/retention/commands/propose.ts'
import { holdsOf } from '../../src/server/retention/queries.ts'
import { liftSuspension } from '../../src/server/suspensions/commands/suspensions.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

const years = (count: number): number => count * 366 * 24 * 60 * 60 * 1000

let plumbline: TestApp
let held = ''
let administrator: Person
before(async () => {
  plumbline = await testApp('demo')
  held =
    (
      await rows<{ service: string }>(sql`select service_id as service from rating_decision
      where authority_id = 'eastmarch' and note is not null and superseded_at is not null order by id limit 1`)
    )[0]?.service ?? ''
  const [open] = await rows<{ id: string; version: number }>(
    sql`select id, version from suspension where authority_id = 'eastmarch' and lifted_on is null order by id limit 1`,
  )
  await plumbline.work(() =>
    liftSuspension(open?.id ?? '', open?.version ?? 0, {
      on: day('2026-11-21'),
      reason: 'assured',
      note: 'Seen by Mr Gale',
    }),
  )
  plumbline.clock.now = plusMilliseconds(plumbline.clock.now, years(3))
  administrator = await plumbline.signIn('administrator')
})
after(() => plumbline.close())

const rows = <Row>(query: ReturnType<typeof sql>): Promise<readonly Row[]> =>
  plumbline.read(async () => (await (query as ReturnType<typeof sql<Row>>).execute(db())).rows)

const count = async (query: ReturnType<typeof sql>): Promise<number> =>
  (await rows<{ n: number }>(query))[0]?.n ?? Number.NaN

const disposeOfAll = async () => {
  await plumbline.work(() => proposeDisposals(disposables))
  assert.equal((await administrator.post('/retention/dispose', { all: 'yes', sure: 'yes' })).status, 303)
}

const facts = () =>
  rows(sql`select decision.id, band, before, decided_on, deciders, departure, session_id,
      (select array_agg((band, person_id, recorded_at) order by id) from rating_choice choice
        where choice.service_id = decision.service_id and choice.session_id = decision.session_id) as chosen
    from rating_decision decision where authority_id = 'eastmarch' order by id`)

const notes = (where: ReturnType<typeof sql>) =>
  count(sql`select count(*)::int as n from rating_decision
    where authority_id = 'eastmarch' and note is not null and superseded_at is not null and ${where}`)

const documents = () =>
  rows<{ id: string; text: string; sha256: string; minutes: string | null; disposed: boolean | null }>(sql`
    select id, content::text as text, sha256, content ->> 'minutes' as minutes,
      (content -> 'disposed')::boolean as disposed
    from decision_document where authority_id = 'eastmarch' order by id`)

const alertNotes = () =>
  count(sql`select count(*)::int as n from alert_step where authority_id = 'eastmarch' and note is not null`)

test('a note on an alert goes after two years, and what was done with it stays', async () => {
  const steps = () =>
    rows(
      sql`select alert_id, what, person_id, recorded_at from alert_step where authority_id = 'eastmarch' order by id`,
    )
  const before = await steps()
  assert.ok((await alertNotes()) > 0)
  const decided = await notes(sql`true`)
  await disposeOfAll()
  assert.equal(await alertNotes(), 0)
  assert.equal(
    await count(
      sql`select count(*)::int as n from alert where authority_id = 'eastmarch' and done_note is not null`,
    ),
    0,
  )
  assert.deepEqual(await steps(), before)
  assert.equal(await notes(sql`true`), decided, 'reasons of decisions are kept for six')
})

const versionsWithWords = () =>
  count(sql`select count(*)::int as n from activity_version version
      join activity on activity.id = version.activity_id
    where activity.authority_id = 'eastmarch' and activity.state = 'held' and activity.service_id <> ${held}
      and version.valid ?| array['notes', 'attendance', 'checks', 'occasion', 'reason']`)

test('a hold on a service keeps the reasons of its decisions, and the minutes of every meeting that told of it', async () => {
  const [before, papers] = [await facts(), await documents()]
  assert.ok((await notes(sql`service_id = ${held}`)) > 0)
  assert.ok((await versionsWithWords()) > 0)
  const minutes = papers.filter((paper) => paper.minutes !== null).length
  assert.ok(minutes > 0)
  await plumbline.work(() =>
    placeHold({ authority: 'eastmarch', kind: 'service', id: held, label: 'Everything', reason: 'Inquest' }),
  )
  plumbline.clock.now = plusMilliseconds(plumbline.clock.now, years(4))
  administrator = await plumbline.signIn('administrator')
  await disposeOfAll()
  assert.equal(await notes(sql`service_id <> ${held}`), 0)
  assert.equal(await versionsWithWords(), 0, 'words of meetings go from every version')
  assert.ok((await notes(sql`service_id = ${held}`)) > 0)
  assert.deepEqual(await facts(), before, 'bands, days and who decided stay')
  const kept = await documents()
  assert.equal(kept.filter((paper) => paper.minutes !== null).length, minutes)
  assert.ok(kept.some(({ disposed }) => disposed === true))
  assert.deepEqual(
    kept.map(({ sha256 }) => sha256),
    papers.map(({ sha256 }) => sha256),
  )
})

test('without the hold all of it goes: reasons, minutes and who was there, in documents too', async () => {
  await plumbline.work(async () => {
    for (const { hold } of await holdsOf()) await releaseHold(hold)
  })
  await disposeOfAll()
  assert.equal(await notes(sql`true`), 0)
  const papers = await documents()
  assert.deepEqual(
    papers.filter((paper) => paper.minutes !== null),
    [],
  )
  const standing = await rows<{ note: string }>(sql`select distinct note from rating_decision
    where authority_id = 'eastmarch' and note is not null`)
  const texts = await rows<{ note: string }>(sql`select distinct line ->> 'note' as note
    from decision_document cross join lateral jsonb_array_elements(content -> 'rows') line
    where authority_id = 'eastmarch' and line ->> 'note' is not null`)
  for (const { note } of texts)
    assert.ok(
      standing.some((each) => each.note === note),
      note,
    )
  const [paper] = papers.filter(({ disposed }) => disposed === true)
  const page = await (await administrator.get(`/documents/${paper?.id}`)).text()
  assert.match(page, /Texts of it were erased when they had been kept long enough/)
})

test('of a suspension that was lifted long ago, kind, reason, dates and who decided stay', async () => {
  const lifted = await rows<{
    clause: string | null
    conditions: string | null
    note: string | null
    kind: string
  }>(
    sql`select clause, conditions, lift_note as note, kind from suspension
      where authority_id = 'eastmarch' and lifted_on is not null`,
  )
  assert.ok(lifted.length > 0)
  for (const { kind, ...texts } of lifted) {
    assert.deepEqual(texts, { clause: null, conditions: null, note: null })
    assert.ok(kind)
  }
  const versions = await rows<{ text: string; on: string }>(
    sql`select valid::text as text, valid #>> '{lift,on}' as on from suspension_version
      where authority_id = 'eastmarch' and superseded_at is null and valid #>> '{lift,on}' is not null`,
  )
  assert.ok(versions.length > 0, 'the day on which it was lifted stands in its version')
  for (const { text } of versions) assert.doesNotMatch(text, /Clause 14|action plan|Gale/)
  const open = await rows<{ conditions: string | null }>(
    sql`select conditions from suspension where authority_id = 'eastmarch' and lifted_on is null`,
  )
  for (const { conditions } of open) assert.ok(conditions, 'what is in force keeps its conditions')
})
