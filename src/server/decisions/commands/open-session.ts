import type { Day } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'

/** A sitting of a meeting of the policy. `id` is made with the form, so that a form sent twice opens one. */
export type NewSession = {
  readonly id: string
  readonly authority: string
  /** Id of a meeting of the pack. */
  readonly meeting: string
  readonly heldOn: Day
  /** Why it was called, where it is not one of the calendar. */
  readonly reason: string | null
}

/** Opens a session at which ratings are decided or confirmed, in the unit of work that it is called in. */
export const openSession = async ({ id, authority, meeting, heldOn, reason }: NewSession): Promise<void> => {
  const there = await db().selectFrom('decision_session').where('id', '=', id).select('id').executeTakeFirst()
  if (there) return
  await emit(
    {
      kind: 'decisions.opened',
      authority,
      subject: { kind: 'session', id },
      payload: { meeting, heldOn, reason },
    },
    (event) =>
      db()
        .insertInto('decision_session')
        .values({
          id,
          authority_id: authority,
          meeting,
          held_on: heldOn,
          reason,
          recorded_at: now(),
          event_id: event.id,
        })
        .execute(),
  )
}
