import type { Day } from '../kit/days.ts'
import { bankHolidaysKnownOn, whyNotWorking, workingDayUntil } from '../kit/working-days.ts'
import { bandNamed } from '../policy/band.ts'
import type { Policy } from '../policy/policy.ts'
import { basisOf } from '../policy/resolve-criterion.ts'
import type { Because } from './because.ts'
import { beginningOf, dueDate } from './due-date.ts'
import { type Activity, activitiesOf, type PlannedContract, timeFor } from './row.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** A contract with all that its plan follows from. */
export type Planned = PlannedContract & {
  readonly starts: Day
  /** The day on which it came into Plumbline. */
  readonly entered: Day
  /** Its last day, where it was ended. */
  readonly lastDay: Day | null
  /** What was decided on the service, in the order in which it was. */
  readonly decided: readonly { readonly band: string; readonly from: Day }[]
  /** When each activity was last held, by its id. */
  readonly lastHeld: Readonly<Record<string, Day>>
}

/** Something that is to be done under a contract, until when, and why. */
export type Duty = { readonly activity: Activity; readonly due: Day; readonly because: Because }

/** Returns the bands of a contract's service since it came under the plan. */
export const bandsSince = ({ documents }: Policy, contract: Planned): readonly Stretch[] => {
  const { beforeDecision, neverHeld } = documents.monitoring
  const from = beginningOf(neverHeld?.countFrom ?? 'entered', contract)
  return stretchesOf([
    ...(beforeDecision === undefined ? [] : [{ band: beforeDecision.asBand, from, decided: false }]),
    ...contract.decided.map((each) => ({ ...each, decided: true })),
  ])
}

/** The due date itself, or the working day before it where the policy says so. Of unknown years only weekends are known. */
const onWorkingDay = (policy: Policy, due: Day): Pick<Duty, 'due'> & Pick<Because, 'dayOff'> => {
  const moves = policy.documents.monitoring.nonWorkingDays?.due === 'before'
  const is = moves && bankHolidaysKnownOn(due) ? whyNotWorking(due) : null
  return is === null ? { due, dayOff: null } : { due: workingDayUntil(due), dayOff: { day: due, is } }
}

const dutyOf = (
  policy: Policy,
  contract: Planned,
  stretches: readonly Stretch[],
  activity: Activity,
): Duty | null => {
  const { clock, neverHeld } = policy.documents.monitoring
  const found = dueDate({
    clock: clock.from,
    stretches,
    begins: beginningOf(neverHeld?.countFrom ?? 'entered', contract),
    lastHeld: contract.lastHeld[activity.id] ?? null,
    timeIn: (band) => timeFor(activity, contract, band),
  })
  const present = stretches.at(-1)
  const cell = present && activity.byBand[present.band]
  if (found === null || present === undefined || cell === undefined) return null
  const { id, name } = bandNamed(policy.rating.bands, present.band)
  const { due, dayOff } = onWorkingDay(policy, found.counted.gives)
  return {
    activity,
    due,
    because: {
      policy: policy.reference,
      row: { text: cell.text, basis: basisOf(cell) },
      ofContract: timeFor(activity, contract, present.band)?.ofContract ?? false,
      band: { id, name, decided: present.decided },
      clock: { text: clock.text, basis: basisOf(clock) },
      counted: found.counted,
      present: found.present,
      dayOff,
    },
  }
}

/**
 * Returns everything that is to be done under a contract, with its date and why. What would fall after the last day of
 * the contract is no duty any more.
 */
export const planOf = (policy: Policy, contract: Planned): readonly Duty[] => {
  const stretches = bandsSince(policy, contract)
  return activitiesOf(policy.documents.monitoring, contract).flatMap((activity) => {
    const duty = dutyOf(policy, contract, stretches, activity)
    return duty === null || (contract.lastDay !== null && duty.due > contract.lastDay) ? [] : [duty]
  })
}
