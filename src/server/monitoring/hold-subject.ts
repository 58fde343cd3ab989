import { dayOf } from '../../core/kit/days.ts'
import { requiredRoles } from '../../core/monitoring/attendance.ts'
import type { HoldChoices } from '../../core/monitoring/hold-form.ts'
import { councilPeople } from '../contracts/queries/people.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { policyOfActivity } from './in-policy.ts'
import { activityById } from './queries/show-activity.ts'

/** Returns an activity with all that its policy asks of its record. */
export const holdSubject = async (id: string) => {
  const activity = await activityById(id)
  const today = dayOf(now())
  const inPolicy = await policyOfActivity(activity, today)
  const { row, policy, cqcRegistered } = inPolicy
  const named = (role: string) => ({
    id: role,
    name: policy?.documents.pack.roles.find(({ id }) => id === role)?.name ?? role,
  })
  return {
    activity,
    today,
    inPolicy,
    people: await councilPeople(activity.authority),
    forms: row?.forms ?? [],
    required: row?.conduct === undefined ? [] : requiredRoles(row.conduct, cqcRegistered).map(named),
    invited: (row?.conduct?.mayAttend ?? []).map(({ role }) => named(role)),
    agenda: row?.conduct?.agenda ?? [],
    checks: row?.conduct?.checks ?? [],
  }
}

export type HoldSubject = Awaited<ReturnType<typeof holdSubject>>

/** Returns the roles of the policy that must or may be there. */
export const rolesOf = ({
  required,
  invited,
}: Pick<HoldSubject, 'required' | 'invited'>): readonly string[] =>
  [...required, ...invited].map(({ id }) => id)

/** Returns what may be recorded of an activity, by whoever saw it at a version. */
export const heldChoicesOf = (of: HoldSubject, version: number): HoldChoices => ({
  today: of.today,
  forms: of.forms.map(({ id }) => id),
  people: of.people.map(({ id }) => id),
  roles: rolesOf(of),
  areas: of.agenda.map(({ id }) => id),
  checks: of.checks.map(({ id }) => id),
  // Sent twice, the same form is no correction.
  isCorrection: of.activity.state === 'held' && of.activity.version === version,
})
