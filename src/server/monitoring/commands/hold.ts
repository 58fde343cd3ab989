import type { Day } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { plusWorkingDays } from '../../../core/kit/working-days.ts'
import type { Held } from '../../../core/monitoring/hold-form.ts'
import { type Activity, countsIn } from '../../../core/monitoring/row.ts'
import type { ShownActivity } from '../queries/show-activity.ts'
import { stateNames } from '../words.ts'
import { changeActivity } from './change-activity.ts'
import { replan } from './replan.ts'

/** How an activity stands in the policy: its row, and the band of the service on the day on which it was held. */
export type InPolicy = { readonly row: Activity | null; readonly band: string | null }

const recordDue = (row: Activity | null, heldOn: Day): Day | null => {
  const within = row?.conduct?.record?.within.workingDays
  return within === undefined ? null : plusWorkingDays(heldOn, within)
}

/** An additional one never counts; one of the plan does where it was held as the band asks. */
const countsFor = (activity: ShownActivity, held: Held, { row, band }: InPolicy): boolean =>
  activity.because !== null || activity.counts
    ? row === null || band === null || countsIn(row, band, held.form)
    : false

/** Records that an activity was held, or corrects that record. The next due date follows at once. */
export const hold = async (
  activity: ShownActivity,
  version: number,
  held: Held,
  inPolicy: InPolicy,
): Promise<{ readonly counts: boolean }> => {
  if (activity.state === 'cancelled')
    throw fault('activity-over', { state: stateNames.cancelled.toLowerCase(), wanted: 'recorded as held' })
  const isCorrection = activity.state === 'held'
  const counts = countsFor(activity, held, inPolicy)
  const changed = await changeActivity({
    id: activity.id,
    version,
    what: isCorrection ? 'corrected' : 'held',
    fields: [],
    row: { state: 'held', held_on: held.on, form: held.form, person_id: held.person, counts },
    record: {
      attendance: JSON.stringify(held.attendance),
      notes: JSON.stringify(held.notes),
      checks: JSON.stringify(held.checks),
      reason: held.reason,
      record_due: recordDue(inPolicy.row, held.on),
    },
  })
  if (changed !== null) await replan([changed.service], isCorrection ? 'correction' : 'held')
  return { counts }
}
