/** The Why page: every figure with what it is of, every item with why it counted or not, and the past as it was known (X1, X3, WA4). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { idOf } from '../../src/server/demo/ids.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { type Person, type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
let person: Person
before(async () => {
  plumbline = await testApp('demo')
  person = await plumbline.signIn('contract-lead')
})
after(() => plumbline.close())

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
const open = async (key: string, query = '') => {
  const answer = await person.get(`/services/${idOf(key)}/why${query}`)
  assert.equal(answer.status, 200)
  return parseHTML(await answer.text()).document
}
const block = (page: Awaited<ReturnType<typeof open>>, id: string): string =>
  plain(page.getElementById(id)?.textContent)

test('the top is one sentence, with ways to what decided and to what is missing', async () => {
  const page = await open('thornhay-lodge')
  assert.equal(
    plain(page.querySelector('.govuk-body-l')?.textContent),
    'Proposed Red because of 4 of 7 criteria.',
  )
  for (const link of page.querySelectorAll('main .govuk-list--bullet a'))
    assert.ok(page.getElementById((link.getAttribute('href') ?? '').slice(1)), link.textContent ?? '')
})

test('criteria stand worst first, and those not known last', async () => {
  const page = await open('thornhay-lodge')
  const tags = [...page.querySelectorAll('.plumbline-explanation__heading .plumbline-tag')].map((tag) =>
    plain(tag.textContent).replace('Proposed: ', ''),
  )
  assert.deepEqual(tags, ['Red', 'Red', 'Red', 'Red', 'Amber', 'Not known', 'Not known'])
})

test('a count shows what is counted, out of what, over which time, how sure, and by which policy', async () => {
  const page = await open('thornhay-lodge')
  const concerns = block(page, 'care-concerns')
  assert.match(concerns, /Counted 3 Out of 18 people/)
  assert.match(concerns, /17 August 2026 to 16 November 2026 the last 3 months, an assumption/)
  assert.match(concerns, /95% interval 3\.4% to 48\.7%/)
  assert.match(concerns, /Red > 5% Proposed for this service/)
  const policy = page.querySelector('#care-concerns a[href$="#criterion-care-concerns"]')
  assert.match(plain(policy?.textContent), /paragraph 3\.2/)
  const answer = await person.get(policy?.getAttribute('href') ?? '')
  assert.equal(answer.status, 200)
  assert.ok(parseHTML(await answer.text()).document.getElementById('criterion-care-concerns'))
})

test('the level of the interval is the policy’s', async () => {
  await plumbline.work(async () => {
    const row = await db()
      .selectFrom('rating_proposal')
      .where('service_id', '=', idOf('sallow-court'))
      .where('superseded_at', 'is', null)
      .select('result')
      .executeTakeFirstOrThrow()
    const text = JSON.stringify(row.result).replaceAll('"level":0.95', '"level":0.9')
    await db()
      .updateTable('rating_proposal')
      .set({ result: text })
      .where('service_id', '=', idOf('sallow-court'))
      .where('superseded_at', 'is', null)
      .execute()
  })
  assert.match(block(await open('sallow-court'), 'care-concerns'), /90% interval/)
})

test('a grade in two colours tells the other one that is permitted', async () => {
  const rating = block(await open('thornhay-lodge'), 'cqc-rating')
  assert.match(rating, /Amber RI \/ Good Permitted too/)
  assert.match(rating, /stand in two colours\. Which one is proposed is an assumption/)
})

test('each item says whether it counted and why not, and leads to its row', async () => {
  const page = await open('rowan-house')
  const enquiries = block(page, 'section-42-substantiated')
  assert.match(enquiries, /2 counted, 0 not counted: see each/)
  assert.match(enquiries, /Yes: progressed and substantiated/)
  assert.match(enquiries, /Only among those that ended: it was not progressed and substantiated/)
  const link = page.querySelector('#care-concerns table a')
  const [address = '', item = ''] = (link?.getAttribute('href') ?? '').split('#')
  const service = parseHTML(await (await person.get(address)).text()).document
  assert.match(plain(service.getElementById(item)?.textContent), /^Care concern/)
})

test('what is not known says what would make it known, and who has it', async () => {
  const unknown = block(await open('willow-end'), 'care-concerns')
  assert.match(unknown, /Out of Not known/)
  assert.match(unknown, /What would make it known .* Who can provide it the contracts team/)
})

test('the year is a chart with the table behind it, from what was stored then', async () => {
  const page = await open('thornhay-lodge')
  const chart = page.querySelector('#care-concerns svg')
  assert.match(
    plain(chart?.querySelector('desc')?.textContent),
    /As it was known at the time\. 4 changes\. Since 16 November 2026: 3 for 18 people \(16\.7%\), Red\./,
  )
  const rows = [...page.querySelectorAll('#care-concerns [aria-label$="figures over time"] tbody tr')].map(
    (row) => plain(row.textContent),
  )
  assert.equal(rows.length, 5)
  assert.match(rows[0] ?? '', /3 for 18 people \(16\.7%\)\s*Red$/)
  assert.match(rows.at(-1) ?? '', /Not known\s*Nothing proposed$/)
})

test('as-at shows the proposal, the chart and the past of that day, and nothing later', async () => {
  const page = await open('thornhay-lodge', '?as-at=2026-11-10')
  assert.match(block(page, 'care-concerns'), /2 care concerns for 18 people/)
  assert.match(block(page, 'care-concerns'), /2 November 2026\s*10 November 2026/)
  for (const { id } of page.querySelectorAll('.plumbline-explanation'))
    assert.doesNotMatch(block(page, id), /(?:1[1-9]|2\d) November 2026/)
  const link = page.querySelector('#care-concerns table a')
  assert.match(link?.getAttribute('href') ?? '', /\?as-at=2026-11-10#item-/)
})

test('the foot says by which policy, worked out when, and what was proposed before', async () => {
  const main = plain((await open('thornhay-lodge')).querySelector('main')?.textContent)
  assert.match(
    main,
    /\(wirral-2022, version 1\), in force from 1 December 2022\. Worked out on \d+ November 2026/,
  )
  assert.match(main, /What was proposed before From\s*Proposed 16 January 2026\s*Proposed: Red/)
})
