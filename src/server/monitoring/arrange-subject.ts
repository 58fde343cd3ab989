import { dayOf } from '../../core/kit/days.ts'
import type { ArrangeChoices } from '../../core/monitoring/arrange-form.ts'
import { councilPeople } from '../contracts/queries/people.ts'
import { now } from '../platform/database/unit-of-work.ts'
import { formsOn, type PolicyOfActivity, policyOfActivity } from './in-policy.ts'
import { activityById } from './queries/show-activity.ts'

/** Returns an activity as its policy and its people are needed to arrange it. */
export const arrangeSubject = async (id: string) => {
  const activity = await activityById(id)
  const today = dayOf(now())
  const inPolicy = await policyOfActivity(activity, today)
  return { activity, today, inPolicy, people: await councilPeople(activity.authority) }
}

export type ArrangeSubject = Awaited<ReturnType<typeof arrangeSubject>>

/** The policy's places by id, in its order. */
export const placesOf = ({ row }: PolicyOfActivity): Readonly<Record<string, string>> =>
  Object.fromEntries((row?.conduct?.places ?? []).map(({ id, name }) => [id, name]))

/** Returns what may be chosen for an activity, by whoever saw it at a version. */
export const choicesOf = (
  { activity, today, inPolicy, people }: ArrangeSubject,
  version: number,
): ArrangeChoices => ({
  today,
  places: placesOf(inPolicy),
  forms: formsOn(inPolicy, today).map(({ id }) => id),
  people: people.map(({ id }) => id),
  // Sent twice, the same form is no second arrangement.
  isAgain: activity.state === 'arranged' && activity.version === version,
})

/** Whether a form is a choice that the policy leaves to the contract lead, and to nobody else (W3.17). */
export const leadChooses = ({ activity, inPolicy, today }: ArrangeSubject, form: string): boolean =>
  inPolicy.policy?.documents.monitoring.choice?.by === 'contract-lead' &&
  formsOn(inPolicy, today).length > 1 &&
  form !== activity.form
