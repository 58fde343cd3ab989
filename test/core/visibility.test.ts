/** Each of the days that can hide a fact, one at a time. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '../../src/core/kit/days.ts'
import { readFacts } from '../../src/core/ratings/facts-file/read.ts'
import { rate } from '../../src/core/ratings/rate.ts'
import { countersOf, tally } from '../../src/core/ratings/tally.ts'
import { asAt, home } from './home.ts'
import { shipped } from './shipped.ts'

const wirral = await shipped('wirral-2022')

const [before, on, later] = [day('2026-11-20'), asAt, day('2026-11-22')]

const cqcState = (published: typeof on, recorded: typeof on): string | undefined =>
  rate(home({ gradings: [{ scheme: 'cqc', published, recorded, overall: 'Good', parts: {} }] }), wirral, asAt)
    .criteria[0]?.state

test('a grading counts when it is published and recorded by the day', () => {
  assert.equal(cqcState(on, on), 'known')
  assert.equal(cqcState(later, before), 'unknown')
  assert.equal(cqcState(before, later), 'unknown')
})

const enquiry = (concludedOn: typeof on, recorded: typeof on) =>
  ({
    id: 'e',
    kind: 'section-42',
    occurred: day('2026-01-01'),
    recorded: day('2026-01-01'),
    conclusion: { on: concludedOn, recorded, outcome: 'substantiated', progressed: true },
  }) as const

test('a case is open until it is concluded and that is known', () => {
  const counters = countersOf(wirral, asAt)
  const verdicts = (concludedOn: typeof on, recorded: typeof on): readonly string[] => {
    const seen: string[] = []
    tally(counters, [enquiry(concludedOn, recorded)], (_counter, _item, verdict) => void seen.push(verdict))
    return seen
  }
  assert.deepEqual(verdicts(on, on), ['met'])
  assert.deepEqual(verdicts(later, before), ['open'])
  assert.deepEqual(verdicts(before, later), ['open'])
})

test('in a file, the conclusion was known on the later of its own day and the day of the record', () => {
  const item = {
    kind: 'section-42',
    occurred: '2026-01-01',
    concluded: '2026-05-01',
    outcome: 'substantiated',
    progressed: false,
  }
  const known = (more: object) => {
    const read = readFacts(
      { services: [{ id: 'a', serviceType: 'care-home', intelligence: [{ ...item, ...more }] }] },
      wirral,
    )
    return read.ok ? read.services[0]?.intelligence[0]?.conclusion?.recorded : null
  }
  assert.equal(known({}), '2026-05-01')
  assert.equal(known({ recorded: '2026-06-01' }), '2026-06-01')
  assert.equal(known({ recorded: '2026-06-01', concludedRecorded: '2026-07-01' }), '2026-07-01')
})

test('compliments are counted by no criterion', () => {
  const compliment = { id: 'c', kind: 'compliment', occurred: on, recorded: on, conclusion: null } as const
  const counts = tally(countersOf(wirral, asAt), [compliment])
  assert.deepEqual(
    counts.map(({ counted, met, open }) => counted + met + open),
    [0, 0, 0, 0, 0],
  )
})
