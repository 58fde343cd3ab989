/** Everything that happened to a service in one order: what a reader may see of it, and as it was known then (X3). */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { day } from '../../src/core/kit/days.ts'
import type { Role } from '../../src/core/people/roles.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands/record-intelligence.ts'
import { recordContact } from '../../src/server/monitoring/commands/contacts.ts'
import { liftSuspension } from '../../src/server/suspensions/commands/suspensions.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
})
after(() => plumbline.close())

const service = idOf('thornhay-lodge')
const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

const told = async (
  role: Role,
  query = '',
  of = service,
): Promise<readonly { day: string; title: string }[]> => {
  const person = await plumbline.signIn(role)
  const answer = await person.get(`/services/${of}/timeline${query}`)
  assert.equal(answer.status, 200)
  const { document } = parseHTML(await answer.text())
  return [...document.querySelectorAll('.moj-timeline__item')].map((item) => ({
    day: item.querySelector('time')?.getAttribute('datetime') ?? '',
    title: plain(item.querySelector('.moj-timeline__title')?.textContent),
  }))
}

test('what happened stands by its day, the latest first', async () => {
  const items = await told('contract-lead')
  const days = items.map((item) => item.day)
  assert.deepEqual(days, days.toSorted().toReversed())
  for (const what of [/^Care concern/, /^CQC’s rating/, /^Contract .* begins/])
    assert.ok(
      items.some(({ title }) => what.test(title)),
      `${what} of ${items.map(({ title }) => title).join(' | ')}`,
    )
})

test('who sees no intelligence is not told of it here either', async () => {
  const items = await told('director')
  assert.ok(items.length > 0)
  assert.deepEqual(
    items.filter(({ title }) => /concern|enquiry|complaint|notification/i.test(title)),
    [],
  )
})

test('what comes late stands on its day, and not in what was known before', async () => {
  const [then, before] = [await told('contract-lead', '?as-at=2026-11-15'), await told('contract-lead')]
  await plumbline.work(() =>
    recordIntelligence({
      id: idOf('a late concern'),
      service,
      kind: 'whistleblowing',
      occurred: day('2026-10-09'),
      concluded: null,
      progressed: null,
      outcome: null,
      reference: null,
      summary: null,
      immediateRisk: false,
    }),
  )
  const now = await told('contract-lead')
  assert.equal(now.length, before.length + 1)
  assert.ok(now.some((item) => item.day === '2026-10-09' && item.title === 'Whistleblowing'))
  assert.deepEqual(await told('contract-lead', '?as-at=2026-11-15'), then)
})

const maple = idOf('maple-tree')
const titlesOf = (items: readonly { title: string }[]): string => items.map(({ title }) => title).join(' | ')

test('decisions, suspensions and what was held stand beside what was recorded', async () => {
  const items = await told('contract-lead', '', maple)
  for (const what of [/^Decided: /, /: held$/])
    assert.ok(
      items.some(({ title }) => what.test(title)),
      `${what} of ${titlesOf(items)}`,
    )
  assert.ok(items.some(({ day, title }) => day === '2026-02-17' && title === 'New placements suspended'))
  const before = await told('contract-lead', '?as-at=2026-02-16', maple)
  assert.ok(before.length > 0)
  // The suspension came on the next day.
  assert.doesNotMatch(titlesOf(before), /suspended/)
  const held = before.filter(({ title }) => title.endsWith(': held'))
  assert.ok(held.length > 0 && held.length < items.filter(({ title }) => title.endsWith(': held')).length)
  assert.ok(held.every(({ day: on }) => on <= '2026-02-16'))
})

test('a call and the end of a suspension come on their day, and a past day stays as it was', async () => {
  const then = await told('contract-lead', '?as-at=2026-11-15', maple)
  await plumbline.work(() =>
    recordContact({
      id: randomUUID(),
      authority: 'eastmarch',
      service: maple,
      person: idOf('tobias'),
      kind: 'call',
      on: day('2026-11-10'),
      withWhom: 'the manager',
      note: 'The new rota.',
      followUp: null,
    }),
  )
  await plumbline.work(() =>
    liftSuspension(idOf('suspension maple-tree 0'), 1, {
      on: day('2026-11-20'),
      reason: 'assured',
      note: null,
    }),
  )
  const now = await told('contract-lead', '', maple)
  assert.ok(now.some((item) => item.day === '2026-11-10' && item.title === 'Call with the manager'))
  assert.ok(now.some((item) => item.title === 'Suspension of new placements lifted'))
  assert.deepEqual(await told('contract-lead', '?as-at=2026-11-15', maple), then)
})

test('a day in the address that is none is refused in plain words', async () => {
  const lead = await plumbline.signIn('contract-lead')
  assert.equal((await lead.get(`/services/${service}/timeline?through=yesterday`)).status, 400)
})
