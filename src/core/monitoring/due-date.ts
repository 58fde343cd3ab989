/**
 * When an activity falls due. The rule, and why it is so, stands in docs/decisions/0020-when-activities-fall-due.md.
 *
 * Under each band in which the service stood since the activity was last held, the time runs from the first day on
 * which it stood in that band or a stricter one. Of the present band and all slower ones the earliest date holds. So a
 * better colour gives more time, a worse one less, a change to and fro starts no clock anew, and nothing is ever due
 * later than the slowest of these bands allows from the day on which the activity was last held.
 */
import { type Day, laterOf } from '../kit/days.ts'
import type { MonitoringDocument } from '../policy/documents/monitoring.ts'
import { isAtMost, type Span, spanAfter } from './span.ts'
import { type Stretch, stretchesSince } from './stretches.ts'

export type Clock = MonitoringDocument['clock']['from']

/** What a due date is reckoned from. */
export type Reckoning = {
  readonly clock: Clock
  /** Since the service came under the plan, the first at its beginning. */
  readonly stretches: readonly Stretch[]
  /** From when the time runs where nothing was held: when the service came under the plan. */
  readonly begins: Day
  readonly lastHeld: Day | null
  /** How much time a band gives; null where it asks for nothing by itself. */
  readonly timeIn: (band: string) => { readonly span: Span; readonly isOnce: boolean } | null
}

/** The date that one band gives: from which day, for what reason, and how long after. */
export type Counted = {
  readonly band: string
  readonly decided: boolean
  readonly from: Day
  readonly span: Span
  /** Why the time runs from that day. */
  readonly since: 'held' | 'beginning' | 'band'
  readonly gives: Day
}

/** When an activity is due. `present` is what the present band alone gives, where a slower one before it decides. */
export type DueDate = { readonly counted: Counted; readonly present: Counted | null }

type Timed = Stretch & { readonly span: Span }

/** The stretches since the band last asked for nothing: with it a duty ends, and the next one begins anew. */
const underDuty = (stretches: readonly Stretch[], timeIn: Reckoning['timeIn']): readonly Timed[] => {
  const free = stretches.findLastIndex(({ band }) => timeIn(band) === null)
  return stretches.slice(free + 1).flatMap((stretch) => {
    const time = timeIn(stretch.band)
    return time === null ? [] : [{ ...stretch, span: time.span }]
  })
}

/** Returns when an activity is due, or null where nothing is. */
export const dueDate = ({ clock, stretches, begins, lastHeld, timeIn }: Reckoning): DueDate | null => {
  const start = lastHeld ?? begins
  const since = underDuty(stretchesSince(stretches, start), timeIn)
  const present = since.at(-1)
  if (present === undefined) return null
  const isDone = clock === 'decision' && timeIn(present.band)?.isOnce === true && lastHeld !== null
  // Held since the decision that asked for it once: only another decision asks again.
  if (isDone && present.from === lastHeld) return null
  const under = (each: Timed): Counted => {
    const first = since.find(({ span }) => isAtMost(span, each.span))?.from ?? each.from
    const isStart = first === start
    const common = {
      band: each.band,
      decided: each.decided,
      span: each.span,
      since: isStart ? (lastHeld === null ? 'beginning' : 'held') : 'band',
    } as const
    if (clock !== 'last-held') return { ...common, from: first, gives: spanAfter(first, each.span) }
    // Counted from when it was held, yet never due before anyone knew that this much was asked for.
    const gives = spanAfter(start, each.span)
    return gives < first
      ? { ...common, from: first, gives: first }
      : { ...common, from: start, since: lastHeld === null ? 'beginning' : 'held', gives }
  }
  const own = under(present)
  const counted = since
    .filter(({ span }) => isAtMost(present.span, span))
    .map(under)
    .reduce((earliest, next) => (next.gives < earliest.gives ? next : earliest), own)
  return { counted, present: counted.gives < own.gives ? own : null }
}

/** Returns the later of the contract's start and its entry, or the start alone where the policy counts from it. */
export const beginningOf = (
  countFrom: 'contract' | 'entered',
  { starts, entered }: { readonly starts: Day; readonly entered: Day },
): Day => (countFrom === 'contract' ? starts : laterOf(starts, entered))
