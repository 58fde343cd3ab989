import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '../../src/core/kit/days.ts'
import { rate } from '../../src/core/ratings/rate.ts'
import { asAt, concerns, home } from './home.ts'
import { shipped } from './shipped.ts'

const wirral = await shipped('wirral-2022')

const find = (facts: ReturnType<typeof home>, id: string) => {
  const found = rate(facts, wirral, asAt).criteria.find((criterion) => criterion.id === id)
  assert.ok(found)
  return found
}

test('a rate says its figures, its time, its cell and what it hangs on', () => {
  assert.equal(
    find(home({ intelligence: concerns(3) }), 'care-concerns').because,
    '3 care concerns for 40 people since 21 August is 7.5%. Over 5% is Red. Hangs on one case.',
  )
  assert.equal(
    find(home({ intelligence: concerns(4) }), 'care-concerns').because,
    '4 care concerns for 40 people since 21 August is 10%. Over 5% is Red. Hangs on no single case.',
  )
})

test('a figure a hair over a tolerance does not read as if it were on it', () => {
  const facts = home({ population: { people: 99_990, basis: 'stated' }, intelligence: concerns(5000) })
  assert.match(find(facts, 'care-concerns').because, /is just over 5%\. Over 5% is Red\./)
})

test('the row of the policy is there, with the matching cell marked', () => {
  assert.deepEqual(find(home({ intelligence: concerns(2) }), 'care-concerns').row, [
    { band: 'red', name: 'Red', text: '> 5%', permitted: false, proposed: false },
    { band: 'amber', name: 'Amber', text: '2% – 5%', permitted: true, proposed: true },
    { band: 'green', name: 'Green', text: '< 2%', permitted: false, proposed: false },
  ])
})

test('every item is there: counted, or not and why', () => {
  const open = {
    id: 'open',
    kind: 'section-42',
    occurred: day('2026-01-01'),
    recorded: day('2026-01-01'),
    conclusion: null,
  } as const
  const old = {
    ...open,
    id: 'old',
    conclusion: {
      on: day('2025-01-01'),
      recorded: day('2025-01-01'),
      outcome: 'substantiated',
      progressed: true,
    },
  } as const
  const met = {
    ...open,
    id: 'met',
    conclusion: { ...old.conclusion, on: day('2026-01-02'), recorded: day('2026-01-02') },
  } as const
  const facts = home({ intelligence: [open, old, met, ...concerns(1, '2026-01-01')] })
  const enquiries = find(facts, 'section-42-substantiated').evidence
  assert.ok(enquiries?.kind === 'proportion')
  assert.deepEqual(
    enquiries.items.map(({ id, verdict }) => [id, verdict]),
    [
      ['met', 'met'],
      ['old', 'concluded-before-window'],
      ['open', 'open'],
    ],
  )
  const rated = find(facts, 'care-concerns').evidence
  assert.ok(rated?.kind === 'rate')
  assert.deepEqual(
    rated.items.map(({ verdict }) => verdict),
    ['before-window'],
  )
})

test('an unknown says what would make it known, and who can', () => {
  const found = find(home({ population: null, collectedFrom: {} }), 'care-concerns')
  assert.ok(found.state === 'unknown')
  assert.deepEqual(found.reasons, ['not-collected', 'no-population'])
  assert.equal(found.wouldHelp.who, 'the contracts team')
  assert.match(
    found.because,
    /silence is not zero and the number of people using the service is not known\. It needs .*from the contracts team\.$/,
  )
})

test('an overlap says which parts decided', () => {
  const grading = {
    scheme: 'cqc',
    published: day('2025-03-01'),
    recorded: day('2025-03-01'),
    overall: 'Good',
    parts: { Safe: 'Good', 'Well-led': 'Requires improvement' },
  }
  const found = find(home({ gradings: [grading] }), 'cqc-rating')
  assert.equal(
    found.because,
    'CQC: Good (1 March 2025). Good may be Amber or Green; Amber is proposed because Well-led is Requires improvement.',
  )
})

test('an overall says how many criteria decided, and how many are not known', () => {
  const { overall } = rate(home({ intelligence: concerns(4), gradings: [] }), wirral, asAt)
  assert.equal(overall.because, 'No overall: 2 of 7 criteria known, and 3 needed.')
})
