/** Criteria that count: rates, proportions and points. */
import { type Fraction, shown } from '../kit/exact.ts'
import { poissonInterval, wilsonInterval } from '../kit/statistics.ts'
import type { ConfidenceRule } from '../policy/policy.ts'
import type { ServiceSummary } from './facts.ts'
import type {
  Collected,
  Confidence,
  Evidence,
  Finding,
  IntervalNote,
  ItemNote,
  UnknownReason,
} from './rating.ts'
import type { Count, Counter } from './tally.ts'
import { bandsOf, proposed } from './tolerance.ts'

type Found = Exclude<Finding, { evidence: null }>
type CountEvidence = Extract<Evidence, { window: object }>

const collectedOf = ({ kinds }: Counter, service: ServiceSummary): readonly Collected[] =>
  kinds.map((kind) => ({ kind, from: service.collectedFrom[kind] ?? null }))

/** Returns what a criterion looked at: the count, and what it is counted over. */
const evidenceOf = (
  counter: Counter,
  count: Count,
  items: readonly ItemNote[],
  service: ServiceSummary,
): CountEvidence => {
  const { window } = counter
  const { kind } = counter.criterion
  if (kind === 'proportion')
    return { kind, window, met: count.met, concluded: count.met + count['not-met'], items }
  const collected = collectedOf(counter, service)
  if (kind === 'points') return { kind, window, points: count.points, collected, items }
  return { kind, window, events: count.counted, population: service.population, collected, items }
}

// Silence is no zero: a window counts as quiet only where every day of it was being listened to (WA2).
const isCollected = (collected: readonly Collected[], { window }: Counter): boolean =>
  collected.every(({ from }) => from !== null && from <= window.first)

type Figure = { readonly value: Fraction; readonly interval: IntervalNote | null }

const figureOf = (
  evidence: CountEvidence,
  counter: Counter,
  level: number,
): Figure | readonly UnknownReason[] => {
  if (evidence.kind === 'proportion') {
    const { met, concluded } = evidence
    if (concluded === 0) return ['no-concluded-case']
    return {
      value: { numerator: met, denominator: concluded },
      interval: { ...wilsonInterval(met, concluded, level), level },
    }
  }
  const deaf: readonly UnknownReason[] = isCollected(evidence.collected, counter) ? [] : ['not-collected']
  if (evidence.kind === 'points')
    return deaf.length > 0 ? deaf : { value: { numerator: evidence.points, denominator: 1 }, interval: null }
  const { events, population } = evidence
  if (population === null) return [...deaf, 'no-population']
  if (deaf.length > 0) return deaf
  return {
    value: { numerator: events, denominator: population.people },
    interval: { ...poissonInterval(events, population.people, level), level },
  }
}

const confidenceOf = (
  { criterion }: Counter,
  { numerator, denominator }: Fraction,
  cases: number,
): Confidence => {
  const { tolerances, overlap } = criterion
  const bandAt = (met: number) => proposed(bandsOf(tolerances, { numerator: met, denominator }), overlap)
  const fewer = Math.max(0, numerator - cases)
  if (criterion.kind === 'points' || bandAt(fewer).id === bandAt(numerator).id)
    return {
      level: 'ok',
      because: cases === 1 ? 'Hangs on no single case.' : `Does not hang on ${cases} cases.`,
    }
  return { level: 'low', because: cases === 1 ? 'Hangs on one case.' : `Hangs on ${cases} cases.` }
}

/** Returns what a count means under its criterion: the band that holds the exact figure (WA2, WA4). */
export const judgeCount = (
  counter: Counter,
  count: Count,
  items: readonly ItemNote[],
  service: ServiceSummary,
  confidence: ConfidenceRule,
): Found => {
  const { criterion } = counter
  const evidence = evidenceOf(counter, count, items, service)
  const figure = figureOf(evidence, counter, confidence.level)
  if (!('value' in figure))
    return { evidence, state: 'unknown', reasons: figure, wouldHelp: criterion.knownBy }
  const permitted = bandsOf(criterion.tolerances, figure.value)
  return {
    evidence,
    state: 'known',
    value: shown(figure.value),
    interval: figure.interval,
    permits: permitted.map(({ id }) => id),
    proposes: proposed(permitted, criterion.overlap).id,
    confidence: confidenceOf(counter, figure.value, confidence.cases),
  }
}
