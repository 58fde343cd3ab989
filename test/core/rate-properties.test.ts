import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { IntelligenceItem } from '../../src/core/intelligence/item.ts'
import { intelligenceKinds, outcomes } from '../../src/core/intelligence/kinds.ts'
import { type Day, day, plusDays } from '../../src/core/kit/days.ts'
import type { Grading, ServiceFacts } from '../../src/core/ratings/facts.ts'
import { rate } from '../../src/core/ratings/rate.ts'
import type { Rating } from '../../src/core/ratings/rating.ts'
import { asAt, home } from './home.ts'
import { shipped } from './shipped.ts'

const wirral = await shipped('wirral-2022')

const start = day('2025-06-01')
const days = fc.integer({ min: 0, max: 700 }).map((offset) => plusDays(start, offset))
const lag = fc.integer({ min: 0, max: 60 })

const item: fc.Arbitrary<IntelligenceItem> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...intelligenceKinds),
    occurred: days,
    lags: fc.tuple(lag, lag, lag),
    concluded: fc.boolean(),
    outcome: fc.constantFrom(...outcomes),
    progressed: fc.boolean(),
  })
  .map(({ id, kind, occurred, lags, concluded, outcome, progressed }): IntelligenceItem => {
    const recorded = plusDays(occurred, lags[0])
    const on = plusDays(occurred, lags[1])
    const conclusion = concluded ? { on, recorded: plusDays(on, lags[2]), outcome } : null
    const known = { id, occurred, recorded }
    if (kind !== 'section-42') return { ...known, kind, conclusion }
    return { ...known, kind, conclusion: conclusion && { ...conclusion, progressed } }
  })

const grading: fc.Arbitrary<Grading> = fc
  .record({
    scheme: fc.constantFrom('cqc', 'pamms'),
    published: days,
    grade: fc.nat({ max: 4 }),
    parts: fc.array(fc.nat({ max: 4 }), { maxLength: 5 }),
  })
  .map(({ scheme: id, published, grade, parts }): Grading => {
    const scheme = wirral.rating.schemes.find((candidate) => candidate.id === id)
    assert.ok(scheme)
    const named = (index: number): string => scheme.grades[index] ?? 'Not rated'
    return {
      scheme: id,
      published,
      recorded: published,
      overall: named(grade),
      parts: Object.fromEntries(parts.map((part, index) => [scheme.parts[index] ?? '', named(part)])),
    }
  })

const service: fc.Arbitrary<ServiceFacts> = fc
  .record({
    people: fc.option(fc.integer({ min: 1, max: 200 })),
    serviceType: fc.constantFrom(...wirral.serviceTypes.map(({ id }) => id)),
    intelligence: fc.uniqueArray(item, { maxLength: 40, selector: ({ id }) => id }),
    gradings: fc.uniqueArray(grading, {
      maxLength: 4,
      selector: ({ scheme, published }) => scheme + published,
    }),
    collected: fc.option(days),
  })
  .map(({ people, collected, ...rest }) =>
    home({
      ...rest,
      population: people === null ? null : { people, basis: 'return' },
      ...(collected === null ? {} : { collectedFrom: { 'care-concern': collected } }),
    }),
  )

const rank = (band: string | null): number => wirral.rating.bands.findIndex(({ id }) => id === band)
const proposal = (rating: Rating, id: string): string | null => {
  const criterion = rating.criteria.find((candidate) => candidate.id === id)
  return criterion?.state === 'known' ? criterion.proposes : null
}

// What one more adverse fact of a kind is: recorded, in the window, and where it can be, substantiated.
const adverse = (index: number): IntelligenceItem => {
  const kind =
    (
      [
        'care-concern',
        'section-42',
        'cqc-notification',
        'complaint-to-provider',
        'complaint-to-authority',
      ] as const
    )[index % 5] ?? 'care-concern'
  const on = day('2026-11-01')
  const known = { id: 'one more', occurred: on, recorded: on }
  const conclusion = { on, recorded: on, outcome: 'substantiated' } as const
  if (kind === 'section-42') return { ...known, kind, conclusion: { ...conclusion, progressed: true } }
  return { ...known, kind, conclusion }
}

test('one more adverse fact never improves a band', () => {
  fc.assert(
    fc.property(service, fc.nat(), (facts, index) => {
      const before = rate(facts, wirral, asAt)
      const after = rate({ ...facts, intelligence: [...facts.intelligence, adverse(index)] }, wirral, asAt)
      for (const { id } of before.criteria) {
        const [was, is] = [proposal(before, id), proposal(after, id)]
        if (was !== null) assert.ok(is !== null && rank(is) <= rank(was), `${id}: ${was} became ${is}`)
      }
      if (before.overall.band !== null)
        assert.ok(after.overall.band !== null && rank(after.overall.band) <= rank(before.overall.band))
    }),
    { numRuns: 500 },
  )
})

test('one lower grade of a part never improves a band', () => {
  fc.assert(
    fc.property(grading, fc.nat(), (graded, which) => {
      const scheme = wirral.rating.schemes.find(({ id }) => id === graded.scheme)
      const parts = Object.keys(graded.parts)
      const part = parts[which % Math.max(1, parts.length)]
      const index = scheme?.grades.indexOf(graded.parts[part ?? ''] ?? '') ?? -1
      if (part === undefined || index < 1 || graded.published > asAt) return
      const lower = { ...graded, parts: { ...graded.parts, [part]: scheme?.grades[index - 1] ?? null } }
      const id = graded.scheme === 'cqc' ? 'cqc-rating' : 'pamms'
      const was = proposal(rate(home({ gradings: [graded] }), wirral, asAt), id)
      const is = proposal(rate(home({ gradings: [lower] }), wirral, asAt), id)
      assert.ok(rank(is) <= rank(was), `${was} became ${is}`)
    }),
    { numRuns: 500 },
  )
})

test('order and duplicates of the input do not matter', () => {
  const shuffled = service.chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      items: fc.shuffledSubarray([...facts.intelligence, ...facts.intelligence], {
        minLength: facts.intelligence.length * 2,
      }),
      gradings: fc.shuffledSubarray([...facts.gradings], { minLength: facts.gradings.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ facts, items, gradings }) => {
      assert.deepEqual(
        rate({ ...facts, intelligence: items, gradings }, wirral, asAt),
        rate(facts, wirral, asAt),
      )
    }),
    { numRuns: 300 },
  )
})

/** The facts as a person could have known them at the end of a day. */
const asKnown = (facts: ServiceFacts, to: Day): ServiceFacts => ({
  ...facts,
  gradings: facts.gradings.filter(({ published, recorded }) => published <= to && recorded <= to),
  intelligence: facts.intelligence
    .filter(({ recorded }) => recorded <= to)
    .map((each): IntelligenceItem => {
      const { conclusion } = each
      return conclusion !== null && (conclusion.on > to || conclusion.recorded > to)
        ? { ...each, conclusion: null }
        : each
    }),
})

test('a rating as at a day never sees the future', () => {
  fc.assert(
    fc.property(service, days, (facts, to) => {
      assert.deepEqual(rate(facts, wirral, to), rate(asKnown(facts, to), wirral, to))
    }),
    { numRuns: 500 },
  )
})

test('exactly one cell holds a figure, and it is the one that cross-multiplication says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 100_000 }), (events, people) => {
      const counters = { occurred: asAt, recorded: asAt, kind: 'care-concern', conclusion: null } as const
      const intelligence = Array.from({ length: events }, (_, index) => ({ ...counters, id: `${index}` }))
      const facts = home({ population: { people, basis: 'stated' }, intelligence })
      const [hundredfold, whole] = [BigInt(events) * 100n, BigInt(people)]
      const wanted = hundredfold > 5n * whole ? 'red' : hundredfold >= 2n * whole ? 'amber' : 'green'
      assert.equal(proposal(rate(facts, wirral, asAt), 'care-concerns'), wanted)
    }),
    { numRuns: 200 },
  )
})

test('silence is never green where nobody listened', () => {
  fc.assert(
    fc.property(service, (facts) => {
      const rating = rate({ ...facts, collectedFrom: {} }, wirral, asAt)
      assert.equal(proposal(rating, 'care-concerns'), null)
      assert.equal(proposal(rating, 'cqc-notifications'), null)
    }),
  )
})

test('a rating is plain data', () => {
  fc.assert(
    fc.property(service, (facts) => {
      const rating = rate(facts, wirral, asAt)
      assert.deepEqual(JSON.parse(JSON.stringify(rating)), rating)
    }),
  )
})
