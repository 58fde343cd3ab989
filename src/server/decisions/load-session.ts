import { type RatingMeeting, ratingMeetings } from '../../core/decisions/meetings.ts'
import { type Day, dayOf, endOf } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import type { Role } from '../../core/people/roles.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { policyInForce } from '../policy/in-force.ts'
import { choicesAt } from './queries/choices.ts'
import type { Moment } from './queries/moment.ts'
import { sessionRows } from './queries/session-rows.ts'
import { type Session, sessionBefore } from './queries/sessions.ts'
import { type RowState, rowStates } from './row-states.ts'

/** A session with its services, as they stand at a moment. */
export type Loaded = {
  readonly session: Session
  readonly meeting: RatingMeeting
  readonly policy: Policy
  readonly at: Moment
  readonly before: Session | null
  readonly rows: readonly RowState[]
  /** Those of the roles that must agree which the person who asks holds. */
  readonly mine: readonly Role[]
}

/** The moment at which a session is looked at: the end of a past day, or its own end; null while it is open. */
const momentOf = (session: Session, asAt: Day | null): Moment => {
  if (asAt === null) return session.closedAt
  const then = endOf(asAt)
  if (then <= session.openedAt)
    throw fault('as-at-before-session', { value: asAt, first: dayOf(session.openedAt) })
  return session.closedAt !== null && session.closedAt < then ? session.closedAt : then
}

/** Returns the meeting that a session is a sitting of, by the policy of its day. */
export const meetingOf = async (session: Session): Promise<{ policy: Policy; meeting: RatingMeeting }> => {
  const policy = await policyInForce(session.authority, session.heldOn)
  const meeting = ratingMeetings(policy).find(({ id }) => id === session.meeting)
  const { part, meeting: id } = session
  // A policy that came later for the same day may have dropped the meeting: what was held can still be shown.
  return {
    policy,
    meeting: meeting ?? { id, name: 'Decision', part, does: '', every: undefined, agreedBy: [] },
  }
}

/**
 * Returns everything that a session that decides consists of, for somebody who holds some roles: a handful of queries,
 * whatever the number of services.
 */
export const loadSession = async (
  session: Session,
  held: readonly Role[],
  asAt: Day | null = null,
): Promise<Loaded> => {
  const { policy, meeting } = await meetingOf(session)
  const at = momentOf(session, asAt)
  const rows = await sessionRows(session, at)
  const choices = await choicesAt(session.id, at)
  const bands = policy.rating.bands.map(({ id }) => id)
  return {
    session,
    meeting,
    policy,
    at,
    before: await sessionBefore(session),
    rows: rowStates({ rows, choices, required: meeting.agreedBy, bands }),
    mine: meeting.agreedBy.filter((role) => held.includes(role)),
  }
}
