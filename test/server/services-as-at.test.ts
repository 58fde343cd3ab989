/** The list of services as it was known on a past day: late facts never change it (X3). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { type Day, day, plusDays } from '../../src/core/kit/days.ts'
import { addContract } from '../../src/server/contracts/commands/contracts.ts'
import { services } from '../../src/server/demo/eastmarch.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { inventedLocation } from '../../src/server/demo/invented-location.ts'
import { namedServices } from '../../src/server/demo/named-services.ts'
import { randomOf } from '../../src/server/demo/random.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands/record-intelligence.ts'
import { reRate } from '../../src/server/ratings/commands.ts'
import { addServices } from '../../src/server/register/commands/add-service.ts'
import { importLocations } from '../../src/server/register/commands/import-locations.ts'
import { liftSuspension, startSuspension } from '../../src/server/suspensions/commands/suspensions.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'
import { contractOf } from '../support/second-council.ts'

let plumbline: TestApp
let lead: Person
before(async () => {
  plumbline = await testApp('demo')
  lead = await plumbline.signIn('contract-lead')
})
after(() => plumbline.close())

const asAt = day('2026-11-19')

const listOf = async (query: string) => {
  const answer = await lead.get(`/services?${query}`)
  assert.equal(answer.status, 200, query)
  const { document } = parseHTML(await answer.text())
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  return {
    main: plain(document.querySelector('main')?.textContent),
    rows: [...document.querySelectorAll('tbody tr')].map((row) => plain(row.textContent)),
  }
}

const rowOf = async (query: string, name: string): Promise<string | undefined> =>
  (await listOf(query)).rows.find((row) => row.startsWith(name))

test('the page says of which day it is, and what in it is of now', async () => {
  const { main } = await listOf(`which=commissioned&as-at=${asAt}`)
  assert.match(main, /As it was known at the end of 19 November 2026/)
  assert.match(main, /As they are now: names, types, places and contract leads/)
  assert.equal((await lead.get('/services?as-at=2026-11-21')).status, 400, 'today has not ended')
  assert.equal((await lead.get('/services?as-at=someday')).status, 400)
})

test('it shows the colours, CQC’s ratings and suspensions of then, and filters by them', async () => {
  const before = day('2026-02-09')
  const query = `which=commissioned&as-at=${before}`
  // CQC published Inadequate on the next day, and the council suspended a week later.
  assert.doesNotMatch((await rowOf(query, 'Maple Tree')) ?? '', /Inadequate|Suspended/)
  assert.match((await rowOf(`which=commissioned&as-at=${asAt}`, 'Maple Tree')) ?? '', /Inadequate|Suspended/)
  assert.equal((await listOf(`suspended=yes&as-at=${before}`)).rows.length, 0)
  assert.equal((await listOf(`suspended=yes&as-at=${asAt}`)).rows.length, 1)
  assert.equal((await listOf('which=all&as-at=2020-01-01')).rows.length, 0, 'before anything was known')
})

test('the links of the list lead to the same day', async () => {
  const page = await (await lead.get(`/services?which=commissioned&as-at=${asAt}`)).text()
  const { document } = parseHTML(page)
  for (const link of document.querySelectorAll('tbody a, .plumbline-filter-chips a'))
    assert.match(link.getAttribute('href') ?? '', /as-at=2026-11-19/)
  assert.ok(document.querySelector(`input[name="as-at"][value="${asAt}"]`))
})

const queries = [
  `which=commissioned&as-at=${asAt}`,
  `which=all&as-at=${asAt}`,
  `suspended=yes&as-at=${asAt}`,
  `proposed=red&as-at=${asAt}`,
  `proposed=none&which=area&as-at=${asAt}`,
  `q=thornhay&as-at=${asAt}`,
  'which=all&as-at=2026-06-30',
]

/** Facts that become known today and are of long ago, one of each kind at a time, made by a fixed chance. */
const lateFacts = (turn: number): readonly (readonly [what: string, record: () => Promise<unknown>])[] => {
  const random = randomOf('late', String(turn))
  const longAgo = (): Day => plusDays(asAt, -random.whole(0, 300))
  const { key, type } = random.one(services)
  const service = idOf(key)
  const suspension = randomUUID()
  const lateContract = contractOf({
    key: `late ${turn}`,
    authority: 'eastmarch',
    service,
    provider: 'Late Care (invented)',
    starts: longAgo(),
    lead: idOf('tobias'),
  })
  return [
    [
      `a concern of ${key}`,
      () =>
        recordIntelligence({
          id: randomUUID(),
          service,
          kind: 'care-concern',
          occurred: longAgo(),
          concluded: null,
          progressed: null,
          outcome: null,
          reference: null,
          summary: null,
          immediateRisk: false,
        }),
    ],
    [
      `a suspension of ${key}`,
      () =>
        startSuspension(suspension, service, {
          kind: 'some-new-placements',
          reason: 'contract',
          starts: longAgo(),
          reviewOn: null,
          clause: null,
          conditions: null,
          contract: null,
        }),
    ],
    [
      'that the suspension was lifted',
      () => liftSuspension(suspension, 1, { on: asAt, reason: 'assured', note: null }),
    ],
    [
      'that Maple Tree’s suspension was lifted long ago',
      () =>
        liftSuspension(idOf('suspension maple-tree 0'), turn + 1, {
          on: day('2026-03-01'),
          reason: 'assured',
          note: null,
        }),
    ],
    [
      `a contract of ${key}`,
      () =>
        addContract({
          ...lateContract,
          // Type and lead are shown as they are now, and say so.
          terms: { ...lateContract.terms, serviceType: type },
        }),
    ],
    [
      'a service',
      () =>
        addServices([
          {
            id: randomUUID(),
            authority: 'eastmarch',
            location: null,
            name: `Aaa Late House ${turn}`,
            type: 'care-home',
            provider: 'Late Care (invented)',
            place: 'Thornhay',
            postcode: 'ZZ2 3CC',
            population: 20,
            lead: null,
            invented: true,
          },
        ]),
    ],
    [
      `a rating by CQC of ${key}`,
      async () => {
        const named = namedServices().find((each) => each.key === key)
        if (named === undefined || named.cqc === null) return
        const ratings = [
          ...named.cqc.ratings,
          {
            published: longAgo(),
            overall: 'Inadequate',
            keyQuestions: named.cqc.ratings[0]?.keyQuestions ?? [],
          },
        ]
        const location = inventedLocation(
          { ...named, cqc: { ...named.cqc, ratings } },
          'Eastmarch Council',
          day('2026-11-21'),
        )
        if (location !== null) await importLocations([location], true)
      },
    ],
    ['new colours', () => reRate([service])],
  ]
}

test('facts that become known late, of whatever kind and however old, change nothing of a past day', async () => {
  const past = async () => Promise.all(queries.map(async (query) => (await listOf(query)).main))
  const stood = await past()
  const now = (await listOf('which=all')).main
  for (let turn = 0; turn < 3; turn += 1)
    for (const [what, record] of lateFacts(turn)) {
      await plumbline.work(record)
      const stands = await past()
      for (const [index, query] of queries.entries())
        assert.equal(stands[index], stood[index], `${what} changed ${query}`)
    }
  assert.notEqual((await listOf('which=all')).main, now, 'the list of now did change')
})

test('it is sorted by the rating of then, worst first, and comes as a file of the same rows', async () => {
  const query = `which=commissioned&as-at=${asAt}&sort=decided`
  const { rows, main } = await listOf(query)
  assert.match(rows[0] ?? '', /Red(?:Proposed|Not rated)/)
  assert.match((await listOf(`${query}&order=down`)).rows[0] ?? '', /Green(?:Proposed|Not rated)/)
  assert.match(main, /Download CSV/)
  const file = await (await lead.get(`/services/services.csv?${query}`)).text()
  const names = file
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0])
  assert.ok(rows.every((row, index) => row.startsWith(names[index] ?? 'nothing')))
  assert.equal((await (await plumbline.signIn('director')).get('/services/services.csv')).status, 403)
})
