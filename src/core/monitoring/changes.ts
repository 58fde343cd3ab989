/** What becomes of a plan that stands, when it is worked out anew. */
import type { Day } from '../kit/days.ts'
import type { Because } from './because.ts'
import type { Duty } from './plan.ts'

/** A row of the plan that is still to be held. */
export type OpenRow = {
  readonly id: string
  readonly activity: string
  readonly state: 'due' | 'arranged'
  readonly due: Day | null
  /** Null where nothing asks for it any more. */
  readonly because: Because | null
}

/** What is to be done about a plan. A row whose date stays may still have another reason. */
export type PlanChanges = {
  readonly added: readonly Duty[]
  readonly changed: readonly { readonly row: OpenRow; readonly duty: Duty; readonly hasMoved: boolean }[]
  /** Nobody asks for it any more, and nothing was arranged. */
  readonly lapsed: readonly OpenRow[]
  /** Nobody asks for it any more, but it was arranged: people decide what becomes of it. */
  readonly freed: readonly OpenRow[]
}

const grounds = ({ band, counted, present, row, ofContract, dayOff }: Because): string =>
  JSON.stringify([
    [band.id, band.name, band.decided, row.text, ofContract, dayOff?.day],
    ...[counted, present].map((each) => each && [each.band, each.from, each.since, each.gives]),
  ])

/** Returns what changes of a plan. What was arranged is kept, whatever its due date becomes. */
export const changesOf = (open: readonly OpenRow[], duties: readonly Duty[]): PlanChanges => {
  const byActivity = new Map(duties.map((duty) => [duty.activity.id, duty]))
  const there = new Set(open.map(({ activity }) => activity))
  const changed = open.flatMap((row) => {
    const duty = byActivity.get(row.activity)
    if (duty === undefined) return []
    const hasMoved = duty.due !== row.due
    const isSame = !hasMoved && row.because !== null && grounds(row.because) === grounds(duty.because)
    return isSame ? [] : [{ row, duty, hasMoved }]
  })
  const without = open.filter(({ activity }) => !byActivity.has(activity))
  return {
    added: duties.filter(({ activity }) => !there.has(activity.id)),
    changed,
    lapsed: without.filter(({ state }) => state === 'due'),
    freed: without.filter(({ state, due }) => state === 'arranged' && due !== null),
  }
}

/** What moved a due date last. `from` is null for what had none, and `to` where nothing asks for it any more. */
export type Moved = {
  readonly from: Day | null
  readonly to: Day | null
  readonly on: Day
  readonly cause: Cause
  /** The bands before and after, by name, where the service came into another one. */
  readonly before: string | null
  readonly after: string | null
}

/** What makes a plan be worked out anew. */
export type Cause = 'decision' | 'contract' | 'held' | 'correction' | 'calendar'

const because: Readonly<Record<Cause, string>> = {
  decision: 'the rating was decided',
  contract: 'the contract changed',
  held: 'the one before was held',
  correction: 'a record of it was corrected',
  calendar: 'the policy or the calendar moved on',
}

/** Returns why a date moved, to complete "Moved from 3 March to 1 May: ". */
export const movedBecause = ({ cause, before, after }: Moved): string =>
  before !== null && after !== null && before !== after
    ? `${because[cause]}, from ${before} to ${after}`
    : because[cause]
