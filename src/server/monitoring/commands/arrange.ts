import { fault } from '../../../core/kit/problems.ts'
import type { Arranged } from '../../../core/monitoring/arrange-form.ts'
import type { ShownActivity } from '../queries/show-activity.ts'
import { stateNames } from '../words.ts'
import { changeActivity } from './change-activity.ts'

const changedFields = (before: ShownActivity, after: Arranged): readonly string[] => [
  ...(before.arrangedFor === after.on && before.atTime === after.time ? [] : ['when']),
  ...(before.place === after.place ? [] : ['where']),
  ...((before.person?.id ?? null) === after.person ? [] : ['who']),
  ...(before.form === after.form ? [] : ['how']),
]

/** Arranges an activity, or arranges it anew with a reason. Its due date stays as it is. */
export const arrange = async (
  activity: ShownActivity,
  version: number,
  arranged: Arranged,
): Promise<void> => {
  if (activity.state === 'held' || activity.state === 'cancelled')
    throw fault('activity-over', { state: stateNames[activity.state].toLowerCase(), wanted: 'arranged' })
  await changeActivity({
    id: activity.id,
    version,
    what: activity.state === 'arranged' ? 'arranged anew' : 'arranged',
    fields: activity.state === 'arranged' ? changedFields(activity, arranged) : [],
    row: {
      state: 'arranged',
      arranged_for: arranged.on,
      at_time: arranged.time,
      place: arranged.place,
      form: arranged.form,
      person_id: arranged.person,
      announced: arranged.announced,
    },
    record: { reason: arranged.reason },
  })
}
