import { fault } from '../../core/kit/problems.ts'
import { db, now } from '../platform/database/unit-of-work.ts'
import { emit } from '../platform/events/emit.ts'

/** Marks work as done. Done twice is done. Throws `not-found` for work that the actor may not see. */
export const finishWork = async (id: string): Promise<void> => {
  const item = await db()
    .selectFrom('work_item')
    .where('id', '=', id)
    .select(['authority_id', 'service_id', 'done_at'])
    .forUpdate()
    .executeTakeFirst()
  if (!item) throw fault('not-found', { what: 'work', id })
  if (item.done_at !== null) return
  await emit(
    {
      kind: 'work.done',
      authority: item.authority_id,
      subject: { kind: 'service', id: item.service_id },
      payload: { item: id },
    },
    () => db().updateTable('work_item').set({ done_at: now() }).where('id', '=', id).execute(),
  )
}
