/**
 * The one place where intelligence is counted. Whoever needs a count, for one service on a page or for thirty
 * thousand from ordered rows, feeds the items of a service through `tally`.
 */
import type { IntelligenceItem } from '../intelligence/item.ts'
import type { IntelligenceKind } from '../intelligence/kinds.ts'
import type { Day } from '../kit/days.ts'
import { type CountingCriterion, isCounting, type Policy } from '../policy/policy.ts'
import { holds, type WindowNote, windowOf } from './window.ts'

/** One criterion's way to look at an item, on one evaluation day. */
export type Counter = {
  readonly criterion: CountingCriterion
  readonly asAt: Day
  readonly window: WindowNote
  readonly kinds: readonly IntelligenceKind[]
}

/** What an item is to a counter. `met` and `not-met` are the concluded cases that a proportion is of. */
export type Verdict =
  | 'counted'
  | 'met'
  | 'not-met'
  | 'before-window'
  | 'open'
  | 'concluded-before-window'
  | 'not-progressed'

/** How many items of each verdict, and the points of those counted. */
export type Count = { readonly [Each in Verdict]: number } & { readonly points: number }

/** Told of each item that a counter looked at: for lists of what was counted and what was not, and why. */
export type Witness = (counter: Counter, item: IntelligenceItem, verdict: Verdict) => void

const kindsOf = (criterion: CountingCriterion): readonly IntelligenceKind[] =>
  criterion.kind === 'points' ? criterion.points.map(({ kind }) => kind) : criterion.counts

/** Returns the counters of a policy for one evaluation day, in the order of its criteria. Made once, used for every service. */
export const countersOf = (policy: Pick<Policy, 'rating'>, asAt: Day): readonly Counter[] =>
  policy.rating.criteria.filter(isCounting).map((criterion) => ({
    criterion,
    asAt,
    window: { ...windowOf(criterion.window.months, asAt), ...criterion.window },
    kinds: kindsOf(criterion),
  }))

const concludedVerdict = (counter: Counter, item: IntelligenceItem): Verdict => {
  const { conclusion } = item
  if (conclusion === null || conclusion.on > counter.asAt || conclusion.recorded > counter.asAt) return 'open'
  if (!holds(counter.window, conclusion.on)) return 'concluded-before-window'
  if (counter.criterion.kind !== 'proportion') return 'not-met'
  const { among, met } = counter.criterion
  const progressed = 'progressed' in conclusion && conclusion.progressed
  if (among !== undefined && !progressed) return 'not-progressed'
  return (progressed || !met.progressed) && met.outcomes.includes(conclusion.outcome) ? 'met' : 'not-met'
}

/** Returns what an item, recorded by the evaluation day, is to a counter. Proportions never read `occurred`. */
export const verdictOf = (counter: Counter, item: IntelligenceItem): Verdict => {
  if (counter.criterion.kind === 'proportion') return concludedVerdict(counter, item)
  return holds(counter.window, item.occurred) ? 'counted' : 'before-window'
}

const none = {
  counted: 0,
  met: 0,
  'not-met': 0,
  'before-window': 0,
  open: 0,
  'concluded-before-window': 0,
  'not-progressed': 0,
  points: 0,
}

const pointsOf = (counter: Counter, item: IntelligenceItem): number =>
  counter.criterion.kind === 'points'
    ? (counter.criterion.points.find(({ kind }) => kind === item.kind)?.each ?? 0)
    : 0

/**
 * Returns one count for each counter, over the items of one service, in any order. Whatever was recorded
 * after the evaluation day is not there at all, and an id that comes again is the same item.
 */
export const tally = (
  counters: readonly Counter[],
  items: Iterable<IntelligenceItem>,
  witness?: Witness,
): readonly Count[] => {
  const counts = counters.map(() => ({ ...none }))
  const seen = new Set<string>()
  for (const item of items) {
    const before = seen.size
    if (seen.add(item.id).size === before) continue
    for (let index = 0; index < counters.length; index += 1) {
      // Two lines, and no list of two: this is run for each item and counter of a whole register.
      const counter = counters[index]
      const count = counts[index]
      if (counter === undefined || count === undefined) continue
      if (item.recorded > counter.asAt || !counter.kinds.includes(item.kind)) continue
      const verdict = verdictOf(counter, item)
      count[verdict] += 1
      if (verdict === 'counted') count.points += pointsOf(counter, item)
      witness?.(counter, item, verdict)
    }
  }
  return counts
}
