import type { ShownActivity } from '../queries/show-activity.ts'
import { changeActivity } from './change-activity.ts'

/** Says who carries an activity out; null leaves it to the contract lead. */
export const assign = async (
  activity: ShownActivity,
  version: number,
  person: string | null,
): Promise<void> =>
  void (await changeActivity({
    id: activity.id,
    version,
    what: 'assigned',
    fields: ['who'],
    row: { person_id: person },
    record: {},
  }))
