import { fault } from '../../../core/kit/problems.ts'
import type { ShownActivity } from '../queries/show-activity.ts'
import { stateNames } from '../words.ts'
import { changeActivity } from './change-activity.ts'
import { replan } from './replan.ts'

/**
 * Cancels what was arranged, or takes back that something was held. The duty stays: where the policy asks for it, the
 * same due date stands in the plan again.
 */
export const cancel = async (activity: ShownActivity, version: number, reason: string): Promise<void> => {
  if (activity.state === 'due' || activity.state === 'cancelled')
    throw fault('activity-over', { state: stateNames[activity.state].toLowerCase(), wanted: 'cancelled' })
  const wasHeld = activity.state === 'held'
  const changed = await changeActivity({
    id: activity.id,
    version,
    what: wasHeld ? 'taken back: it was not held' : 'cancelled',
    fields: [],
    row: { state: 'cancelled', held_on: null },
    record: { reason, record_due: null },
  })
  if (changed !== null) await replan([changed.service], wasHeld ? 'correction' : 'held')
}
