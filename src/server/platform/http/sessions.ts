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
  /** The council whose identity provider proved the person; null where they proved it to us. */
  readonly provedFor: string | null
  /** The council that it acts for; null for a provider or an agency. */
  readonly council: string | null
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
    .leftJoin('authority', 'authority.id', 'session.authority_id')
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
      provedFor: row.proved_for,
      council: row.authority_name,
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

/**
 * Ends all sessions of a person: those that act in one authority, or wherever they are; but for one, if it is named. A
 * session of a provider's person names no authority: it acts in all.
 */
export const endSessionsOf = async (
  person: string,
  { authority, but }: { readonly authority?: string; readonly but?: string | undefined } = {},
): Promise<number> => {
  let ending = db().deleteFrom('session').where('person_id', '=', person)
  if (authority !== undefined)
    ending = ending.where((where) =>
      where.or([where('authority_id', '=', authority), where('authority_id', 'is', null)]),
    )
  if (but !== undefined) ending = ending.where('id', '<>', but)
  return Number((await ending.executeTakeFirst()).numDeletedRows)
}

/** Ends the sessions of people that act in one authority or outside of councils, but for one session. */
export const endSessionsOfPeople = async (
  people: readonly string[],
  authority: string,
  but: string | undefined,
): Promise<number> => {
  if (people.length === 0) return 0
  let ending = db()
    .deleteFrom('session')
    .where('person_id', 'in', people)
    .where((where) => where.or([where('authority_id', '=', authority), where('authority_id', 'is', null)]))
  if (but !== undefined) ending = ending.where('id', '<>', but)
  return Number((await ending.executeTakeFirst()).numDeletedRows)
}

/** Ends the sessions of a person that act for no council, but for a provider or an agency. */
export const endOutsideSessionsOf = async (person: string): Promise<void> =>
  void (await db()
    .deleteFrom('session')
    .where('person_id', '=', person)
    .where('authority_id', 'is', null)
    .execute())

/** Removes sessions that ended by themselves. */
export const removeEndedSessions = async (): Promise<void> =>
  void (await db().deleteFrom('session').where('ends_at', '<=', now()).execute())

/** Returns for whom a person acted in their last session, to begin there again: a council, or null for a provider. */
export const lastActingOf = async (
  person: string,
): Promise<{ readonly authority: string | null } | undefined> =>
  db()
    .selectFrom('session')
    .select('authority_id as authority')
    .where('person_id', '=', person)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
