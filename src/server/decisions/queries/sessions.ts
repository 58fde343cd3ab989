import type { MeetingPart } from '../../../core/decisions/meetings.ts'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A sitting of a meeting that decides or confirms ratings. */
export type Session = {
  readonly id: string
  readonly authority: string
  readonly meeting: string
  readonly part: MeetingPart
  readonly heldOn: Day
  readonly reason: string | null
  readonly openedAt: Instant
  readonly closedAt: Instant | null
}

const sessions = () =>
  db()
    .selectFrom('decision_session_now')
    .select(['id', 'authority_id as authority', 'meeting', 'part', 'held_on as heldOn', 'reason'])
    .select(['recorded_at as openedAt', 'closed_at as closedAt'])

type Row = Awaited<ReturnType<ReturnType<typeof sessions>['execute']>>[number]

// The parts are those of the table's own check.
const sessionOf = (row: Row): Session => ({ ...row, part: row.part as MeetingPart })

/** Returns a session. Throws `not-found` where the actor may not see it. */
export const sessionById = async (id: string): Promise<Session> => {
  const row = await sessions().where('id', '=', id).executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'session', id })
  return sessionOf(row)
}

/** How many of the past a page shows. */
const shown = 20

/** Returns the latest sessions of a council, newest first, with those that are open. */
export const latestSessions = async (authority: string): Promise<readonly Session[]> =>
  (
    await sessions()
      .where('authority_id', '=', authority)
      .orderBy('held_on', 'desc')
      .orderBy('recorded_at', 'desc')
      .limit(shown)
      .execute()
  ).map(sessionOf)

const deciding: readonly MeetingPart[] = ['decides', 'decides-at-any-time']

/** Returns the session that decided last before another began, or null for the first one. */
export const sessionBefore = async ({ authority, openedAt }: Session): Promise<Session | null> => {
  const row = await sessions()
    .where('authority_id', '=', authority)
    .where('part', 'in', deciding)
    .where('recorded_at', '<', openedAt)
    .orderBy('held_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? sessionOf(row) : null
}
