import { sql } from 'kysely'
import { db } from '../../platform/database/unit-of-work.ts'
import { type NewSession, openSession } from './open-session.ts'

/** Opens a session unless one of the meeting is open already. Returns the id of the one that is open then. */
export const beginSession = async (given: NewSession): Promise<string> => {
  // Two who press the button at once begin one session: the second is led to the first one's.
  const key = `session ${given.authority} ${given.meeting}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db())
  const open = await db()
    .selectFrom('decision_session')
    .where('authority_id', '=', given.authority)
    .where('meeting', '=', given.meeting)
    .where('closed_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  if (open) return open.id
  await openSession(given)
  return given.id
}
