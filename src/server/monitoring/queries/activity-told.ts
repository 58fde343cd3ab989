import type { Day } from '../../../core/kit/days.ts'

export type ActivityState = 'due' | 'arranged' | 'held' | 'cancelled'

/** What every list and every page tells of an activity. */
export type ActivityTold = {
  readonly id: string
  readonly activity: string
  readonly name: string
  readonly state: ActivityState
  readonly due: Day | null
  readonly arrangedFor: Day | null
  readonly atTime: string | null
  readonly heldOn: Day | null
  readonly byProvider: boolean
}

/** The columns of what is told. */
export const toldColumns = [
  'activity.id',
  'activity.activity',
  'activity.name',
  'activity.state',
  'activity.due',
  'activity.arranged_for as arrangedFor',
  'activity.at_time as atTime',
  'activity.held_on as heldOn',
  'activity.by_provider as byProvider',
] as const
