/** Sessions of a person: to list them, and to end them. */
import type { Context } from 'hono'
import { type Instant, plusMilliseconds } from '../../../core/kit/days.ts'
import { db, ground, now } from '../database/unit-of-work.ts'
import { cookieOf, digestOfToken } from './cookies.ts'

/** One session as its owner sees it. */
export type OwnSession = {
  readonly id: string
  readonly device: string
  readonly method: string
  readonly strength: string
  readonly authority: { readonly id: string; readonly name: string }
  readonly started: Instant
  readonly lastSeen: Instant
  /** Whether it is the one that asks. */
  readonly isThis: boolean
}

/** Returns the sessions of a person that have not ended, this one first. */
export const sessionsOf = async (context: Context, person: string): Promise<readonly OwnSession[]> => {
  const { installation } = ground()
  const digest = digestOfToken(cookieOf(context, 'plumbline_session', installation) ?? '')
  const rows = await db()
    .selectFrom('session')
    .innerJoin('authority', 'authority.id', 'session.authority_id')
    .selectAll('session')
    .select('authority.name as authority_name')
    .where('person_id', '=', person)
    .where('ends_at', '>', now())
    .where('last_seen_at', '>', plusMilliseconds(now(), -installation.sessionIdleMinutes * 60 * 1000))
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      device: row.device,
      method: row.method,
      strength: row.strength,
      authority: { id: row.authority_id, name: row.authority_name },
      started: row.started_at as Instant,
      lastSeen: row.last_seen_at as Instant,
      isThis: row.token_digest === digest,
    }))
    .toSorted((one, other) => Number(other.isThis) - Number(one.isThis))
}

/** Ends one session of a person. Returns whether there was one. */
export const endOneSession = async (person: string, session: string): Promise<boolean> => {
  const ended = await db()
    .deleteFrom('session')
    .where('person_id', '=', person)
    .where('id', '=', session)
    .executeTakeFirst()
  return Number(ended.numDeletedRows) > 0
}

/** Ends all sessions of a person: in one authority, or wherever they are; but for one, if it is named. */
export const endSessionsOf = async (
  person: string,
  { authority, but }: { readonly authority?: string; readonly but?: string | undefined } = {},
): Promise<number> => {
  let ending = db().deleteFrom('session').where('person_id', '=', person)
  if (authority !== undefined) ending = ending.where('authority_id', '=', authority)
  if (but !== undefined) ending = ending.where('id', '<>', but)
  return Number((await ending.executeTakeFirst()).numDeletedRows)
}

/** Removes sessions that ended by themselves. */
export const removeEndedSessions = async (): Promise<void> =>
  void (await db().deleteFrom('session').where('ends_at', '<=', now()).execute())

/** Returns the authority of a person's last session, to begin there again. */
export const lastAuthorityOf = async (person: string): Promise<string | null> => {
  const row = await db()
    .selectFrom('session')
    .select('authority_id')
    .where('person_id', '=', person)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.authority_id ?? null
}
