import type { Day } from '../../core/kit/days.ts'
import { bandsSince } from '../../core/monitoring/plan.ts'
import { type Activity, formsIn } from '../../core/monitoring/row.ts'
import { bandOn } from '../../core/monitoring/stretches.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { policyToday } from '../policy/in-force.ts'
import { plannedContracts } from './queries/planned-contracts.ts'
import type { ShownActivity } from './queries/show-activity.ts'

/** What the council's policy says of an activity of a service today. */
export type PolicyOfActivity = {
  readonly policy: Policy | null
  readonly row: Activity | null
  readonly cqcRegistered: boolean
  /** The band in which the service stood on a day; null where it is under no contract. */
  readonly bandOn: (day: Day) => string | null
}

/** Returns what the policy of today says of an activity. One that the policy no longer has is held and recorded all the same. */
export const policyOfActivity = async (of: ShownActivity, today: Day): Promise<PolicyOfActivity> => {
  const policy = await policyToday(of.authority)
  const contracts = await plannedContracts(of.authority, [of.service.id], today)
  const contract = contracts.find((each) => each.contract === of.contract?.id) ?? contracts[0]
  const stretches = policy && contract ? bandsSince(policy, contract) : []
  return {
    policy,
    row: policy?.documents.monitoring.activities.find(({ id }) => id === of.activity) ?? null,
    cqcRegistered: contract?.cqcRegistered ?? false,
    bandOn: (day) => bandOn(stretches, day),
  }
}

/** Returns the forms among which to choose: those that count in the band, and none where there is no choice. */
export const formsOn = ({ row, bandOn: band }: PolicyOfActivity, day: Day): Activity['forms'] => {
  const present = band(day)
  return row === null || present === null ? [] : [...formsIn(row, present)]
}
