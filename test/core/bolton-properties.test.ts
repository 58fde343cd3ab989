/** What holds of Bolton's risk score whatever the facts are. */
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { intelligenceKinds } from '../../src/core/intelligence/kinds.ts'
import { type Day, day, plusDays } from '../../src/core/kit/days.ts'
import type { Grading, ServiceFacts } from '../../src/core/ratings/facts.ts'
import { rate } from '../../src/core/ratings/rate.ts'
import type { Overall } from '../../src/core/ratings/rating.ts'
import { asAt, home, itemOf } from './home.ts'
import { shipped } from './shipped.ts'

const bolton = await shipped('bolton-2023')

const days = fc.integer({ min: 0, max: 900 }).map((offset) => plusDays(day('2024-08-01'), offset))
const known = fc.integer({ min: 0, max: 500 }).map((offset) => plusDays(asAt, -offset))

const item = fc
  .record({ kind: fc.constantFrom(...intelligenceKinds), id: fc.uuid(), on: days })
  .map(({ kind, id, on }) => itemOf(kind, id, on))

const cqc = bolton.rating.schemes.find(({ id }) => id === 'cqc')
assert.ok(cqc)
const grade = fc.constantFrom(...cqc.grades, null)

const grading = fc.record({ overall: grade, safe: grade, caring: grade, published: known }).map(
  ({ overall, safe, caring, published }): Grading => ({
    scheme: 'cqc',
    published,
    recorded: published,
    overall,
    parts: { Safe: safe, Caring: caring },
  }),
)

const risk = fc.record({
  peopleFunded: fc.option(fc.nat({ max: 120 })),
  annualValue: fc.option(fc.nat({ max: 2_000_000 })),
  needLevel: fc.constantFrom('high', 'medium', 'low', null),
  lastMedicationAudit: fc.option(days),
})

const service = fc
  .record({
    people: fc.option(fc.integer({ min: 1, max: 200 })),
    serviceType: fc.constantFrom(...bolton.serviceTypes.map(({ id }) => id)),
    intelligence: fc.uniqueArray(item, { maxLength: 20, selector: ({ id }) => id }),
    gradings: fc.array(grading, { maxLength: 1 }),
    risk: fc.option(risk, { nil: undefined }),
  })
  .map(({ people, risk: stated, ...rest }) =>
    home({
      ...rest,
      population: people === null ? null : { people, basis: 'return' },
      ...(stated === undefined ? {} : { risk: stated }),
    }),
  )

const rank = (band: string | null): number => bolton.rating.bands.findIndex(({ id }) => id === band)

const neverBetter = (before: ServiceFacts, after: ServiceFacts): void => {
  const [was, is]: readonly Overall[] = [before, after].map((facts) => rate(facts, bolton, asAt).overall)
  assert.ok(was && is)
  if (was.band === null) return
  assert.ok(is.band !== null && rank(is.band) <= rank(was.band), `${was.because} became ${is.because}`)
  assert.ok((is.points ?? 0) >= (was.points ?? 0))
}

test('one more adverse case never lowers the risk', () => {
  const kinds = fc.constantFrom(
    'care-concern' as const,
    'section-42' as const,
    'complaint-to-provider' as const,
    'complaint-to-authority' as const,
    'whistleblowing' as const,
  )
  fc.assert(
    fc.property(service, kinds, known, (facts, kind, on) =>
      neverBetter(facts, { ...facts, intelligence: [...facts.intelligence, itemOf(kind, 'one more', on)] }),
    ),
    { numRuns: 500 },
  )
})

test('a worse stated fact never lowers the risk', () => {
  const worse = fc.record({
    peopleFunded: fc.nat({ max: 60 }),
    annualValue: fc.nat({ max: 1_000_000 }),
    earlier: fc.nat({ max: 800 }),
  })
  fc.assert(
    fc.property(service, risk, worse, (facts, stated, more) => {
      const { peopleFunded, annualValue, lastMedicationAudit } = stated
      const audit: Day | null = lastMedicationAudit && plusDays(lastMedicationAudit, -more.earlier)
      if (lastMedicationAudit !== null && lastMedicationAudit > asAt) return
      neverBetter(
        { ...facts, risk: stated },
        {
          ...facts,
          risk: {
            peopleFunded: peopleFunded === null ? more.peopleFunded : peopleFunded + more.peopleFunded,
            annualValue: annualValue === null ? more.annualValue : annualValue + more.annualValue,
            needLevel: 'high',
            lastMedicationAudit: audit,
          },
        },
      )
    }),
    { numRuns: 500 },
  )
})

test('a fact that becomes known never lowers the points, and one that is lost never raises them', () => {
  fc.assert(
    fc.property(service, risk, (facts, stated) => {
      const { risk: _none, ...without } = facts
      neverBetter(without, { ...facts, risk: stated })
    }),
    { numRuns: 300 },
  )
})

test('the order of the cases and of the stated facts does not matter, nor a case that comes twice', () => {
  fc.assert(
    fc.property(service, (facts) => {
      const turned = {
        ...facts,
        intelligence: [...facts.intelligence, ...facts.intelligence].reverse(),
        ...(facts.risk === undefined
          ? {}
          : { risk: Object.fromEntries(Object.entries(facts.risk).reverse()) }),
      }
      assert.deepEqual(rate(turned, bolton, asAt), rate(facts, bolton, asAt))
    }),
    { numRuns: 300 },
  )
})

test('the score is the sum of its rows, and what is missing is listed', () => {
  fc.assert(
    fc.property(service, (facts) => {
      const { overall, criteria } = rate(facts, bolton, asAt)
      const sum = criteria.reduce((total, { points }) => total + (points ?? 0), 0)
      assert.equal(overall.points, overall.band === null ? null : sum)
      assert.deepEqual(
        overall.missing,
        criteria.filter(({ state }) => state === 'unknown').map(({ id }) => id),
      )
    }),
    { numRuns: 300 },
  )
})

test('a rating is plain data', () => {
  fc.assert(
    fc.property(service, (facts) => {
      const rating = rate(facts, bolton, asAt)
      assert.deepEqual(JSON.parse(JSON.stringify(rating)), rating)
    }),
  )
})
