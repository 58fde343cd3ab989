/** `?as-at=`: a page shows the past day that it was asked for and says so, or refuses; never now in the place of then (X3). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { day, endOf } from '../../src/core/kit/days.ts'
import { changeContract } from '../../src/server/contracts/commands/contracts.ts'
import { contractById } from '../../src/server/contracts/queries/show-contract.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands/record-intelligence.ts'
import { cancel } from '../../src/server/monitoring/commands/cancel.ts'
import { activityById } from '../../src/server/monitoring/queries/show-activity.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { routes } from '../../src/server/slices.ts'
import { liftSuspension } from '../../src/server/suspensions/commands/suspensions.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let lead: Person
before(async () => {
  plumbline = await testApp('demo')
  lead = await plumbline.signIn('contract-lead')
  const session = await plumbline.read(() =>
    db()
      .selectFrom('decision_session_now')
      .where('part', '=', 'decides')
      .where('closed_at', '<', endOf(day('2026-11-19')))
      .select('id')
      .orderBy('held_on', 'desc')
      .executeTakeFirstOrThrow(),
  )
  things.session = session.id
})
after(() => plumbline.close())

const yesterday = '2026-11-20'
const service = idOf('maple-tree')
const things: Record<string, string> = { service }
const filled = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => things[name] ?? '')

const pages = routes.flatMap((route) => (route.method === 'GET' && !('answer' in route) ? [route] : []))
const past = pages.filter(({ past: shows }) => shows === true)

const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
const mainOf = async (address: string, by = lead) => {
  const answer = await by.get(address)
  assert.equal(answer.status, 200, address)
  const { document } = parseHTML(await answer.text())
  return { text: plain(document.querySelector('main')?.textContent), document }
}

for (const { path, exports } of past)
  test(`${path} shows a past day and says so, and what it leads to shows that day too`, async () => {
    const by = await plumbline.signIn('operational-lead')
    const address = `${filled(path)}?as-at=${yesterday}`
    if (exports !== undefined) return assert.equal((await by.get(address)).status, 200)
    const { text, document } = await mainOf(address, by)
    assert.match(text, /As it was known at the end of 20 November 2026/)
    const links = new Set(
      [...document.querySelectorAll('a[href*="as-at="]')].map((link) => link.getAttribute('href') ?? ''),
    )
    for (const link of links) {
      const to = new URL(link, `http://plumbline.example${address}`)
      assert.equal((await by.get(`${to.pathname}${to.search}`)).status, 200, link)
    }
  })

test('every other page refuses a past day, whoever asks, and says where to go', async () => {
  const by = await plumbline.signIn('administrator')
  let refused = 0
  for (const { path, past: shows, permission } of pages) {
    if (shows === true || permission === 'anyone') continue
    const answer = await by.get(`${filled(path)}?as-at=${yesterday}`)
    if (answer.status === 403 || path.includes(':')) continue
    assert.equal(answer.status, 400, path)
    assert.match(await answer.text(), /shows only how things are now/)
    refused += 1
  }
  assert.ok(refused > 15, `${refused} pages`)
})

test('the intelligence of a past day: what was corrected and recorded since is not in it', async () => {
  const list = `/services/${service}/intelligence`
  const before = await mainOf(`${list}?as-at=${yesterday}`)
  await plumbline.work(() =>
    recordIntelligence({
      id: randomUUID(),
      service,
      kind: 'care-concern',
      occurred: day('2026-11-18'),
      concluded: null,
      progressed: null,
      outcome: null,
      reference: 'LATE-1',
      summary: null,
      immediateRisk: false,
    }),
  )
  assert.match((await mainOf(list)).text, /LATE-1/)
  assert.deepEqual((await mainOf(`${list}?as-at=${yesterday}`)).text, before.text)
  assert.doesNotMatch(before.text, /Record a concern/)
})

test('the suspensions of a past day: as they stood, whatever was decided since', async () => {
  const list = `/services/${service}/suspensions`
  const before = await mainOf(`${list}?as-at=${yesterday}`)
  assert.match(before.text, /In force/)
  await plumbline.work(() =>
    liftSuspension(idOf('suspension maple-tree 0'), 1, {
      on: day('2026-11-21'),
      reason: 'assured',
      note: null,
    }),
  )
  assert.match((await mainOf(list)).text, /Lifted/)
  assert.deepEqual((await mainOf(`${list}?as-at=${yesterday}`)).text, before.text)
})

test('the contracts of a past day: their terms of then, to look at and to download', async () => {
  const id = idOf('contract EM-RES-014')
  const found = await plumbline.read(() => contractById(id))
  const list = `/contracts?which=all&q=${found.terms.reference}`
  const before = await mainOf(`${list}&as-at=${yesterday}`)
  await plumbline.work(() =>
    changeContract(
      id,
      found.version,
      {
        terms: { ...found.terms, annualValue: 12_345_600 },
        provider: { ...found.provider, cqcId: null, name: 'Newly Named Care Limited' },
      },
      {},
    ),
  )
  assert.match((await mainOf(list)).text, /£123,456.*|Newly Named Care Limited/)
  assert.deepEqual((await mainOf(`${list}&as-at=${yesterday}`)).text, before.text)
  const file = await (await lead.get(`/contracts/contracts.csv?which=all&as-at=${yesterday}`)).text()
  assert.doesNotMatch(file, /Newly Named Care Limited/)
  assert.doesNotMatch(before.text, /Add a contract/)
})

test('the plan of a past day, of a service and of the team: what was cancelled since was still to be done', async () => {
  const found = await plumbline.read(() =>
    db()
      .selectFrom('activity_now')
      .where('state', '=', 'arranged')
      .select('id')
      .$narrowType<{ id: string }>()
      .orderBy('id')
      .executeTakeFirstOrThrow(),
  )
  // What is arranged was arranged on the day on which the demonstration was loaded.
  plumbline.clock.advance(2 * 24 * 60 * 60 * 1000)
  lead = await plumbline.signIn('contract-lead')
  const then = (page: string) => `${page}${page.includes('?') ? '&' : '?'}as-at=2026-11-22`
  const activity = await plumbline.read(() => activityById(found.id))
  const pages = [
    `/services/${activity.service.id}/plan`,
    `/plan?q=${encodeURIComponent(activity.service.name)}`,
  ]
  const before = await Promise.all(pages.map(async (page) => (await mainOf(then(page))).text))
  const reason = 'The home is closed for building work.'
  await plumbline.work(() => cancel(activity, activity.version, reason))
  assert.match((await mainOf(pages[0] ?? '')).text, /closed for building work/)
  for (const [index, page] of pages.entries()) {
    const { text } = await mainOf(then(page))
    assert.equal(text, before[index])
    assert.ok(text.includes(activity.name), `${page}: ${activity.name}`)
  }
  assert.doesNotMatch(before.join(' '), /closed for building work|Arrange something else|Record a call/)
})
