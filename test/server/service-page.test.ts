/** The page of a service: the five things of W2.2 with what each number is of, for those who may see them, and as it was. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { day } from '../../src/core/kit/days.ts'
import type { Role } from '../../src/core/people/roles.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { recordIntelligence } from '../../src/server/intelligence/commands/record-intelligence.ts'
import { type TestApp, testApp } from '../support/app.ts'

let plumbline: TestApp
before(async () => {
  plumbline = await testApp('demo')
})
after(() => plumbline.close())

const service = idOf('rowan-house')
const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

const pageOf = async (role: Role, query = '') => {
  const person = await plumbline.signIn(role)
  const answer = await person.get(`/services/${service}${query}`)
  assert.equal(answer.status, 200)
  const { document } = parseHTML(await answer.text())
  return {
    cards: new Map(
      [...document.querySelectorAll('main .plumbline-card')].map((card) => [
        plain(card.querySelector('.plumbline-card__title')?.textContent),
        plain(card.textContent),
      ]),
    ),
    tabs: [...document.querySelectorAll('nav[aria-label="Pages of this service"] a')].map((tab) =>
      plain(tab.textContent),
    ),
  }
}

const experience = 'People’s experience'

test('a contract lead sees five things, and each says what its number is of', async () => {
  const { cards } = await pageOf('contract-lead')
  assert.deepEqual([...cards.keys()], ['Performance', 'Quality', 'Compliance', experience, 'Risk'])
  assert.match(cards.get('Performance') ?? '', /No returns yet/)
  assert.match(cards.get('Quality') ?? '', /CQC, \d+ \w+ \d{4}/)
  assert.match(cards.get('Compliance') ?? '', /\d+ of \d+ activit(y|ies) (is|are) overdue\. First: /)
  assert.match(
    cards.get(experience) ?? '',
    /\d+ for 40 people \([\d.]+%\), 95% interval .* \d+ of \d+ substantiated/,
  )
})

test('who may see less sees fewer cards, and no empty ones', async () => {
  assert.deepEqual([...(await pageOf('social-worker')).cards.keys()], ['Quality'])
  assert.deepEqual(
    [...(await pageOf('director')).cards.keys()],
    ['Performance', 'Quality', 'Compliance', 'Risk'],
  )
  assert.deepEqual([...(await pageOf('registered-manager')).cards.keys()], ['Quality'])
})

test('the tabs lead to what the reader may open, and on a past day to what can show it', async () => {
  const all = ['Overview', 'Why this rating', 'Timeline', 'Trends', 'Plan', 'Intelligence', 'People']
  assert.deepEqual((await pageOf('contract-lead')).tabs, all)
  const past = all.filter((tab) => tab !== 'People')
  assert.deepEqual((await pageOf('contract-lead', '?as-at=2026-11-19')).tabs, past)
  assert.deepEqual((await pageOf('registered-manager')).tabs, ['Overview', 'People'])
  assert.deepEqual((await pageOf('social-worker')).tabs, [])
})

const compliment = (occurred: string) =>
  plumbline.work(() =>
    recordIntelligence({
      id: randomUUID(),
      service,
      kind: 'compliment',
      occurred: day(occurred),
      concluded: null,
      progressed: null,
      outcome: null,
      reference: null,
      summary: null,
      immediateRisk: false,
    }),
  )

test('all compliments of twelve months are counted, not the latest; a past day keeps its number', async () => {
  const count = async (query = '') =>
    Number(
      /(\d+) compliments?\./.exec((await pageOf('contract-lead', query)).cards.get(experience) ?? '')?.[1],
    )
  const [before, then] = [await count(), await count('?as-at=2026-11-19')]
  for (let number = 0; number < 25; number += 1) await compliment('2026-01-15')
  await compliment('2025-11-21')
  assert.equal(await count(), before + 25)
  assert.equal(await count('?as-at=2026-11-19'), then)
})
