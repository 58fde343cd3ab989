/** A share of those cases only that progressed: the others are listed, and are in neither of its two numbers. */
import assert from 'node:assert/strict'
import test from 'node:test'
import type { IntelligenceItem } from '../../src/core/intelligence/item.ts'
import { day } from '../../src/core/kit/days.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { rate } from '../../src/core/ratings/rate.ts'
import { asAt, home } from './home.ts'
import { shipped } from './shipped.ts'

const wirral = await shipped('wirral-2022')

const row = 'section-42-substantiated'

const amongProgressed: Policy = {
  ...wirral,
  rating: {
    ...wirral.rating,
    criteria: wirral.rating.criteria.map((criterion) =>
      criterion.kind === 'proportion' && criterion.id === row
        ? { ...criterion, among: 'progressed' }
        : criterion,
    ),
  },
}

const enquiry = (id: string, progressed: boolean, on = '2026-06-01'): IntelligenceItem => ({
  id,
  kind: 'section-42',
  occurred: day('2025-01-01'),
  recorded: day('2025-01-01'),
  conclusion: { on: day(on), recorded: day(on), outcome: 'substantiated', progressed },
})

const find = (policy: Policy, intelligence: readonly IntelligenceItem[]) => {
  const found = rate(home({ intelligence }), policy, asAt).criteria.find(({ id }) => id === row)
  assert.ok(found?.evidence?.kind === 'proportion')
  return { ...found, evidence: found.evidence }
}

const items = [enquiry('yes', true), enquiry('no', false), enquiry('old', false, '2025-06-01')]

test('without it, what ended without progressing stays among those that ended', () => {
  const { met, concluded } = find(wirral, items).evidence
  assert.deepEqual([met, concluded], [1, 2])
})

test('with it, what did not progress is in neither number, and is listed with the reason', () => {
  const { met, concluded, items: notes } = find(amongProgressed, items).evidence
  assert.deepEqual([met, concluded], [1, 1])
  assert.deepEqual(
    notes.map(({ id, verdict, concluded: on }) => [id, verdict, on]),
    [
      ['no', 'not-progressed', '2026-06-01'],
      ['old', 'concluded-before-window', '2025-06-01'],
      ['yes', 'met', '2026-06-01'],
    ],
  )
})

test('a share of none that progressed is unknown, and says so', () => {
  const found = find(amongProgressed, [enquiry('no', false)])
  assert.ok(found.state === 'unknown')
  assert.deepEqual(found.reasons, ['no-concluded-case'])
  assert.match(found.because, /^Unknown: no case that progressed was concluded since 21 November 2025\./)
})
