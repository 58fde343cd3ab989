/** The engine: facts, policy and a day give a rating. It reads no clock, no database and no other service. */
import type { Conclusion } from '../intelligence/item.ts'
import type { Day } from '../kit/days.ts'
import { once } from '../kit/once.ts'
import { type Criterion, isStated, type Policy } from '../policy/policy.ts'
import { becauseOf } from './because.ts'
import type { ServiceFacts, ServiceSummary } from './facts.ts'
import { judgeCount } from './judge-count.ts'
import { freshnessOf, judgeGrading } from './judge-grading.ts'
import { judgeStated } from './judge-stated.ts'
import { overallOf } from './overall.ts'
import { withPoints } from './points.ts'
import type { Cell, CriterionRating, Finding, ItemNote, Rating } from './rating.ts'
import { type Count, type Counter, countersOf, tally, type Verdict } from './tally.ts'

/** What was counted for one counter: in the same order as the counters. */
export type Counted = { readonly count: Count; readonly items: readonly ItemNote[] }

/** A policy made ready for one evaluation day. */
export type Rater = {
  /** For whoever feeds `tally` from rows. */
  readonly counters: readonly Counter[]
  /** Rates a service from counts that `tally` made with those counters. */
  readonly judge: (service: ServiceSummary, counted: readonly Counted[]) => Rating
  /** Counts and rates a service. */
  readonly rate: (facts: ServiceFacts) => Rating
}

const rowFor = (criterion: Criterion, permits: readonly string[], proposes: string | null): readonly Cell[] =>
  criterion.tolerances.map(({ band, text }) => ({
    band: band.id,
    name: band.name,
    text,
    permitted: permits.includes(band.id),
    proposed: proposes === band.id,
  }))

// A row has few forms, and a register has thirty thousand services: each form is made once.
const formsOf = once((_: Criterion) => new Map<string, readonly Cell[]>())

const rowOf = (criterion: Criterion, finding: Finding): readonly Cell[] => {
  const [permits, proposes] = finding.state === 'known' ? [finding.permits, finding.proposes] : [[], null]
  const form = permits.length < 2 ? `${proposes}` : `${proposes} of ${permits.join()}`
  const forms = formsOf(criterion)
  const row = forms.get(form) ?? rowFor(criterion, permits, proposes)
  forms.set(form, row)
  return row
}

const explained = (
  criterion: Criterion,
  finding: Finding,
  asAt: Day,
  serviceType: string,
): CriterionRating => ({
  ...finding,
  id: criterion.id,
  kind: criterion.kind,
  name: criterion.name,
  source: criterion.source,
  row: rowOf(criterion, finding),
  because: becauseOf(criterion, finding, asAt, serviceType),
})

const inOrder = (one: ItemNote, other: ItemNote): number =>
  one.occurred < other.occurred || (one.occurred === other.occurred && one.id < other.id) ? -1 : 1

const looksAtEnds: readonly Verdict[] = ['met', 'not-met', 'concluded-before-window', 'not-progressed']

// An open case may have ended since: whoever asks as-at must not see it.
const endedOn = (conclusion: Conclusion | null, verdict: Verdict): Day | null =>
  conclusion !== null && looksAtEnds.includes(verdict) ? conclusion.on : null

/** Counts one service's items, and notes of each whether it counted. */
export const countItems = (counters: readonly Counter[], facts: ServiceFacts): readonly Counted[] => {
  const notes = new Map<Counter, ItemNote[]>(counters.map((counter) => [counter, []]))
  const counts = tally(
    counters,
    facts.intelligence,
    (counter, { id, kind, occurred, conclusion }, verdict) => {
      notes.get(counter)?.push({ id, kind, occurred, concluded: endedOn(conclusion, verdict), verdict })
    },
  )
  return counters.flatMap((counter, index) => {
    const count = counts[index]
    return count === undefined ? [] : [{ count, items: (notes.get(counter) ?? []).sort(inOrder) }]
  })
}

/** Returns a policy made ready for one evaluation day, to rate many services. */
export const raterOf = (policy: Policy, asAt: Day): Rater => {
  const { criteria, confidence } = policy.rating
  const counters = countersOf(policy, asAt)
  const places = new Map<Criterion, number>(counters.map(({ criterion }, index) => [criterion, index]))
  const freshness = freshnessOf(confidence, asAt)
  const typeNames = new Map(policy.serviceTypes.map(({ id, name }) => [id, name]))

  const find = (criterion: Criterion, service: ServiceSummary, counted: readonly Counted[]): Finding => {
    if (!criterion.appliesTo.includes(service.serviceType)) return { state: 'not-applicable', evidence: null }
    if (criterion.kind === 'rating') return judgeGrading(criterion, service, freshness)
    if (isStated(criterion)) return judgeStated(criterion, service, asAt)
    const index = places.get(criterion) ?? -1
    const [counter, made] = [counters[index], counted[index]]
    if (counter === undefined || made === undefined)
      throw new Error(
        `Nothing was counted for ${criterion.id}: pass one count for each of the rater's counters.`,
      )
    return judgeCount(counter, made.count, made.items, service, confidence)
  }

  const judge = (service: ServiceSummary, counted: readonly Counted[]): Rating => {
    const typeName = typeNames.get(service.serviceType) ?? service.serviceType
    const found = criteria.map((criterion) =>
      withPoints(
        policy.rating,
        criterion,
        explained(criterion, find(criterion, service, counted), asAt, typeName),
      ),
    )
    const overall = overallOf(policy.rating, found)
    return { service: service.id, asAt, policy: policy.reference, overall, criteria: found }
  }

  return { counters, judge, rate: (facts) => judge(facts, countItems(counters, facts)) }
}

/**
 * Returns the rating of one service on a day, as one tree that explains itself: W3.1, W3.2, WA1 to WA4.
 * Whatever was recorded after the day is not seen. Throws only where the policy was never checked.
 */
export const rate = (facts: ServiceFacts, policy: Policy, asAt: Day): Rating =>
  raterOf(policy, asAt).rate(facts)
