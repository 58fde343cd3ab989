import type { Day } from '../../../core/kit/days.ts'
import type { ShownActivity } from '../queries/show-activity.ts'
import { changeActivity } from './change-activity.ts'

/** Records on which day the record of an activity was sent to the provider (B2.3). */
export const sendRecord = async (activity: ShownActivity, version: number, on: Day): Promise<void> =>
  void (await changeActivity({
    id: activity.id,
    version,
    what: 'sent to the provider',
    fields: [],
    row: {},
    record: { record_sent_on: on },
  }))
