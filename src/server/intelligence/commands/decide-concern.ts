import { fault } from '../../../core/kit/problems.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { raisedById } from '../queries/raised.ts'
import { recordConcern } from './confirm-concern.ts'

export type Decision = 'taken-in' | 'set-aside'

/**
 * Decides on a concern whose email nobody confirmed: takes it in as intelligence, or sets it aside, with a note.
 * Throws `concern-decided` where it was confirmed or decided meanwhile.
 */
export const decideConcern = async (id: string, decision: Decision, note: string | null): Promise<void> => {
  const concern = await raisedById(id, true)
  if (concern.confirmedAt !== null || concern.decidedAt !== null) throw fault('concern-decided')
  const { authority, service } = concern
  await emit(
    {
      kind: 'concern.decided',
      authority,
      subject: { kind: 'concern', id },
      payload: { concern: id, service, decision },
    },
    () =>
      db()
        .updateTable('raised_concern')
        .set({ decided_at: now(), decision, note })
        .where('id', '=', id)
        .execute(),
  )
  if (decision === 'taken-in') await recordConcern(concern)
}
