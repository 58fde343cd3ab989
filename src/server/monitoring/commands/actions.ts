import type { Day } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import type { ActionRead } from '../../../core/monitoring/action-form.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { ShownActivity } from '../queries/show-activity.ts'

/** Records what somebody is to do after an activity. `id` is made with the form, so that a form sent twice adds one. */
export const addAction = async (
  activity: ShownActivity,
  action: ActionRead & { readonly id: string },
): Promise<void> => {
  const { id, what, person, who, due } = action
  const there = await db().selectFrom('activity_action').where('id', '=', id).select('id').executeTakeFirst()
  if (there) return
  await emit(
    {
      kind: 'activity.action-added',
      authority: activity.authority,
      subject: { kind: 'activity', id: activity.id },
      payload: { activity: activity.id, service: activity.service.id, action: id, due },
    },
    (event) =>
      db()
        .insertInto('activity_action')
        .values({
          id,
          authority_id: activity.authority,
          service_id: activity.service.id,
          activity_id: activity.id,
          what,
          person_id: person,
          who,
          due,
          recorded_at: now(),
          event_id: event.id,
        })
        .execute(),
  )
}

/** Records that an action is done. Done twice is done. */
export const finishAction = async (id: string, on: Day): Promise<{ readonly activity: string }> => {
  const row = await db()
    .selectFrom('activity_action')
    .where('id', '=', id)
    .select(['authority_id', 'service_id', 'activity_id', 'done_on'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'action', id })
  if (row.done_on === null)
    await emit(
      {
        kind: 'activity.action-done',
        authority: row.authority_id,
        subject: { kind: 'activity', id: row.activity_id },
        payload: { activity: row.activity_id, service: row.service_id, action: id, on },
      },
      () => db().updateTable('activity_action').set({ done_on: on }).where('id', '=', id).execute(),
    )
  return { activity: row.activity_id }
}
