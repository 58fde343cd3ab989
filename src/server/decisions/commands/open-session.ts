import { type MeetingPart, ratingMeetings } from '../../../core/decisions/meetings.ts'
import type { Day } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { policyToday } from '../../policy/in-force.ts'

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

/** The part that the council's policy gives a meeting. One that it does not know decides. */
const partOf = async (authority: string, meeting: string): Promise<MeetingPart> => {
  const policy = await policyToday(authority)
  return (policy ? ratingMeetings(policy) : []).find(({ id }) => id === meeting)?.part ?? 'decides'
}

/** Opens a session at which ratings are decided or confirmed, in the unit of work that it is called in. */
export const openSession = async ({ id, authority, meeting, heldOn, reason }: NewSession): Promise<void> => {
  const there = await db().selectFrom('decision_session').where('id', '=', id).select('id').executeTakeFirst()
  if (there) return
  const part = await partOf(authority, meeting)
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
          part,
          held_on: heldOn,
          reason,
          recorded_at: now(),
          event_id: event.id,
        })
        .execute(),
  )
}
