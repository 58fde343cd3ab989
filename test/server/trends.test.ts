/** The months of a service: what was collected, what was known when, and numbers that say what they are of (X3, X5, WA2). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { day } from '../../src/core/kit/days.ts'
import { changeContract } from '../../src/server/contracts/commands/contracts.ts'
import { contractsOfService } from '../../src/server/contracts/queries/list-contracts.ts'
import { contractById } from '../../src/server/contracts/queries/show-contract.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { endFeed } from '../../src/server/intelligence/commands/declare-collected.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands/record-intelligence.ts'
import { db, now } from '../../src/server/platform/database/unit-of-work.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let lead: Person
before(async () => {
  plumbline = await testApp('demo')
  lead = await plumbline.signIn('contract-lead')
})
after(() => plumbline.close())

const service = idOf('thornhay-lodge')
const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

const rowsOf = async (query = ''): Promise<readonly (readonly string[])[]> => {
  const answer = await lead.get(`/services/${service}/trends${query}`)
  assert.equal(answer.status, 200)
  const { document } = parseHTML(await answer.text())
  const table = document.querySelector('[aria-label="Care concern: figures by month"] table')
  return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('td, th')].map((cell) => plain(cell.textContent)),
  )
}

test('a month says how many, of how many people, and within which interval', async () => {
  const rows = await rowsOf()
  assert.ok(rows.length > 0)
  const [month, count, rate] = rows[0] ?? []
  // The demonstration stands in November: a month that still runs is none.
  assert.equal(month, 'Oct 2026')
  assert.match(`${count}: ${rate}`, /^\d+: \d+ for 18 people \([\d.]+%\), 95% interval [\d.]+% to [\d.]+%$/)
})

test('a concern that comes late changes its month, and not the page of before', async () => {
  const [then, before] = [await rowsOf('?as-at=2026-11-15'), await rowsOf()]
  await plumbline.work(() =>
    recordIntelligence({
      id: idOf('a late concern'),
      service,
      kind: 'care-concern',
      occurred: day('2026-10-09'),
      concluded: null,
      progressed: null,
      outcome: null,
      reference: null,
      summary: null,
      immediateRisk: false,
    }),
  )
  assert.equal(Number((await rowsOf())[0]?.[1]), Number(before[0]?.[1]) + 1)
  assert.deepEqual(await rowsOf('?as-at=2026-11-15'), then)
})

test('what is not collected is named, and has no chart', async () => {
  await plumbline.work(() =>
    db()
      .updateTable('intelligence_feed')
      .set({ superseded_at: now() })
      .where('kind', '=', 'compliment')
      .execute(),
  )
  const answer = await lead.get(`/services/${service}/trends`)
  const { document } = parseHTML(await answer.text())
  const charted = [...document.querySelectorAll('main h2[id]')].map(({ id }) => id)
  assert.ok(charted.includes('care-concern'))
  assert.ok(!charted.includes('compliment'))
  assert.match(plain(document.querySelector('main')?.textContent), /Collected, and none in any whole month/)
  assert.equal(document.querySelectorAll('main svg[role="img"]').length, charted.length)
  assert.match(
    plain(document.querySelector('main')?.textContent),
    /Not collected, so not known: compliment\./,
  )
})

test('a reader without intelligence does not see the months', async () => {
  const auditor = await plumbline.signIn('auditor')
  assert.equal((await auditor.get(`/services/${service}/trends`)).status, 403)
})

test('how many people there are, and what is collected, are those of the day: a later contract and declaration change now alone', async () => {
  const then = await rowsOf('?as-at=2026-11-15')
  assert.match(then[0]?.[2] ?? '', /for 18 people/)
  const [brief] = await plumbline.read(() => contractsOfService(service, day('2026-11-21')))
  const contract = await plumbline.read(() => contractById(brief?.id ?? ''))
  const population = { basis: 'stated', stated: 36 } as const
  const agreed = { provider: contract.provider, terms: { ...contract.terms, population } }
  await plumbline.work(() => changeContract(contract.id, contract.version, agreed, {}))
  assert.match((await rowsOf())[0]?.[2] ?? '', /for 36 people/)
  const feeds = await plumbline.read(() =>
    db()
      .selectFrom('intelligence_feed_now')
      .where('authority_id', '=', 'eastmarch')
      .where('kind', '=', 'care-concern')
      .select('id')
      .execute(),
  )
  for (const { id } of feeds) await plumbline.work(() => endFeed(id ?? '', day('2026-09-30')))
  assert.notDeepEqual(await rowsOf(), then)
  assert.deepEqual(await rowsOf('?as-at=2026-11-15'), then)
})
