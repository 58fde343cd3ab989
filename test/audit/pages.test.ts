/** What auditors and everyone with the permission see of the trail: history, search, accesses, exports (X10). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
})
after(() => plumbline.close())

const rowan = idOf('rowan-house')
const accesses = () => plumbline.read(() => db().selectFrom('access_log').selectAll().orderBy('id').execute())
const text = async (answer: Promise<Response>): Promise<string> => (await answer).text()

test('the history of a service tells in words who did what as what, also of its contracts and visits', async () => {
  const lead = await plumbline.signIn('contract-lead')
  const concern = {
    id: 'c0ffee00-0000-4000-8000-000000000001',
    'occurred-day': '20',
    'occurred-month': '11',
    'occurred-year': '2026',
    risk: 'yes',
  }
  assert.equal((await lead.post(`/services/${rowan}/intelligence/new`, concern)).status, 303)
  const page = await text(lead.get(`/history/service/${rowan}`))
  assert.match(page, /Intelligence recorded/)
  assert.match(page, /Tobias Anand, contract lead/)
  assert.match(page, /Care concern of 20 November 2026\. Somebody was said to be at risk\./)
  assert.match(page, /21 November 2026, 10:00/)
  const earlier: string[] = []
  for (let address = `/history/service/${rowan}`; address !== ''; ) {
    const shown = await text(lead.get(address))
    earlier.push(shown)
    address = /href="(\/history\/[^"]*before=\d+)"/.exec(shown)?.[1] ?? ''
  }
  const all = earlier.join('')
  assert.match(all, /Contract added|File of contracts taken in/)
  assert.match(all, /Visit changed|Rating proposed/)
  assert.match(await text(lead.get(`/services/${rowan}`)), new RegExp(`/history/service/${rowan}`))
})

test('a change stands in the history with before and after', async () => {
  const provider = await plumbline.read(() =>
    db().selectFrom('provider').select(['id', 'legal_name']).orderBy('legal_name').executeTakeFirstOrThrow(),
  )
  const lead = await plumbline.signIn('contract-lead')
  const changed = await lead.post(`/contracts/providers/${provider.id}`, {
    name: 'Renamed Care Limited',
    cqcId: '',
    group: '',
  })
  assert.equal(changed.status, 303)
  const page = await text(lead.get(`/history/provider/${provider.id}`))
  assert.ok(page.includes(`name: from ${provider.legal_name} to Renamed Care Limited`))
})

test('history is for those with the permission, and of records that they may see', async () => {
  for (const role of ['social-worker', 'registered-manager'] as const)
    assert.equal((await (await plumbline.signIn(role)).get(`/history/service/${rowan}`)).status, 403)
  const auditor = await plumbline.signIn('auditor')
  assert.equal((await auditor.get(`/history/service/${idOf('nobody')}`)).status, 404)
  assert.equal((await auditor.get(`/history/session/${rowan}`)).status, 404)
})

test('who opens a sensitive page is kept, with the role, before the page is shown', async () => {
  const assessor = await plumbline.signIn('quality-assessor')
  const before = (await accesses()).length
  await assessor.get(`/services/${rowan}/why`)
  await assessor.get('/services')
  const kept = (await accesses()).slice(before)
  assert.equal(kept.length, 1)
  const { person_id, acted_as, shows, subject_kind, subject_id, authority_id } = kept[0] ?? {}
  assert.deepEqual(
    { person_id, acted_as, shows, subject_kind, subject_id, authority_id },
    {
      person_id: idOf('maren'),
      acted_as: 'quality-assessor',
      shows: 'intelligence',
      subject_kind: 'service',
      subject_id: rowan,
      authority_id: 'eastmarch',
    },
  )
})

test('where an access cannot be kept, nothing is shown', async () => {
  const assessor = await plumbline.signIn('quality-assessor')
  const owner = new pg.Client({ connectionString: plumbline.address })
  await owner.connect()
  try {
    await owner.query('revoke insert on access_log from plumbline_app')
    const answer = await assessor.get(`/services/${rowan}/why`)
    assert.equal(answer.status, 500)
    assert.doesNotMatch(await answer.text(), /Rowan House/)
    await owner.query('grant insert on access_log to plumbline_app')
  } finally {
    await owner.end()
  }
  assert.equal((await assessor.get(`/services/${rowan}/why`)).status, 200)
})

test('an auditor finds events by person, kind, record and days, page by page', async () => {
  const auditor = await plumbline.signIn('auditor')
  const all = await text(auditor.get('/audit'))
  assert.match(all, /Audit trail/)
  assert.match(all, /before=\d+/)
  const byPerson = await text(auditor.get(`/audit?person=${idOf('tobias')}&kind=intelligence.recorded`))
  assert.equal([...byPerson.matchAll(/<tr class="govuk-table__row">/g)].length - 1, 1)
  assert.match(byPerson, /Tobias Anand, contract lead/)
  const none = await text(auditor.get('/audit?from=2030-01-01'))
  assert.match(none, /Nothing was found/)
  const day = await text(auditor.get('/audit?from=2026-11-21&to=2026-11-21&kind=intelligence.recorded'))
  assert.match(day, /Tobias Anand/)
  const before = await text(auditor.get('/audit?to=2026-11-19&kind=intelligence.recorded'))
  assert.doesNotMatch(before, /Tobias Anand, contract lead/)
  const seen = await text(auditor.get(`/audit?of=accesses&person=${idOf('maren')}`))
  assert.match(seen, /Maren Holloway/)
  assert.doesNotMatch(seen, /Tobias Anand<\/td>/)
})

test('following the pages shows every event once', async () => {
  const auditor = await plumbline.signIn('auditor')
  const numbers: number[] = []
  const moments: string[] = []
  for (let address = '/audit?kind=rating.proposed'; address !== ''; ) {
    const page = await text(auditor.get(address))
    moments.push(
      ...[...page.matchAll(/<td class="govuk-table__cell">(\d+ \w+ \d{4}, \d+:\d+)/g)].map(
        ([, at]) => at ?? '',
      ),
    )
    const next = /href="(\/audit\?[^"]*before=(\d+))"/.exec(page)
    address = next?.[1]?.replaceAll('&amp;', '&') ?? ''
    if (next) numbers.push(Number(next[2]))
  }
  const count = await plumbline.read(() =>
    db()
      .selectFrom('event')
      .where('kind', '=', 'rating.proposed')
      .select(({ fn }) => fn.countAll<string>().as('number'))
      .executeTakeFirstOrThrow(),
  )
  assert.equal(moments.length, Number(count.number))
  assert.deepEqual(
    numbers,
    numbers.toSorted((one, other) => other - one),
  )
})

test('an export of the trail has every row, and is an event itself with its filters and rows', async () => {
  const auditor = await plumbline.signIn('auditor')
  const address = '/audit/trail.csv?of=events&kind=intelligence.recorded'
  const answer = await auditor.get(address)
  assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8')
  const rows = (await answer.text()).trim().split('\r\n').length - 1
  const told = await plumbline.read(() =>
    db()
      .selectFrom('event')
      .innerJoin('event_payload', 'event_id', 'event.id')
      .where('kind', '=', 'export.made')
      .select(['payload', 'actor_id', 'acted_as'])
      .orderBy('event.id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  assert.deepEqual(JSON.parse(told.payload), {
    what: 'audit trail',
    filters: { of: 'events', kind: 'intelligence.recorded' },
    rows,
  })
  assert.deepEqual([told.actor_id, told.acted_as], [idOf('verity'), 'auditor'])
  assert.equal((await (await plumbline.signIn('contract-lead')).get(address)).status, 403)
  const contracts = await (await plumbline.signIn('contract-lead')).get('/contracts/contracts.csv?which=all')
  assert.equal(contracts.status, 200)
  assert.match(await text(auditor.get('/audit?kind=export.made')), /contracts: \d+ rows, where which is all/)
})
