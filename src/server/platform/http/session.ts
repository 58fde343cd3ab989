import type { Context } from 'hono'
import { type Instant, plusMilliseconds } from '../../../core/kit/days.ts'
import { deviceName } from '../../../core/people/device-name.ts'
import { isRole } from '../../../core/people/roles.ts'
import { isStrongEnough, type Strength } from '../../../core/people/strength.ts'
import { system } from '../actor.ts'
import { db, type Ground, ground, now, unitOfWork } from '../database/unit-of-work.ts'
import type { Installation } from '../installation.ts'
import { cookieOf, digestOfToken, dropCookie, giveCookie, newToken } from './cookies.ts'
import type { Signed } from './signed.ts'

const minute = 60 * 1000
const hour = 60 * minute

/** How a session begins: who, for which authority, by which method of signing in, and on how many factors. */
export type SessionStart = {
  readonly person: string
  readonly authority: string
  readonly method: string
  readonly strength: Strength
}

/** Starts a session in the unit of work that it is called in, and gives its token to the browser. */
export const startSession = async (context: Context, start: SessionStart): Promise<void> => {
  const { installation } = ground()
  // Whoever had a session in this browser has it no more: a token is never carried over into another session.
  await removeRow(context)
  const token = newToken()
  const at = now()
  await db()
    .insertInto('session')
    .values({
      token_digest: digestOfToken(token),
      person_id: start.person,
      authority_id: start.authority,
      method: start.method,
      strength: start.strength,
      device: deviceName(context.req.header('user-agent') ?? ''),
      started_at: at,
      last_seen_at: at,
      ends_at: plusMilliseconds(at, installation.sessionHours * hour),
    })
    .execute()
  giveCookie(context, 'plumbline_session', token, (installation.sessionHours * hour) / 1000, installation)
}

const removeRow = async (context: Context): Promise<void> => {
  const token = cookieOf(context, 'plumbline_session', ground().installation)
  if (token) await db().deleteFrom('session').where('token_digest', '=', digestOfToken(token)).execute()
}

/** Ends the session of this request, on the server and in the browser. */
export const endSession = async (context: Context): Promise<void> => {
  await removeRow(context)
  dropCookie(context, 'plumbline_session', ground().installation)
}

const idleSince = (at: Instant, { sessionIdleMinutes }: Installation): Instant =>
  plusMilliseconds(at, -sessionIdleMinutes * minute)

const sessionRows = (digest: string, on: Ground) =>
  db()
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .innerJoin('authority', 'authority.id', 'session.authority_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.person_id', '=', 'session.person_id')
        .onRef('membership.authority_id', '=', 'session.authority_id'),
    )
    .select([
      'person.id as person_id',
      'person.name as person_name',
      'authority.id as authority_id',
      'authority.name as authority_name',
      'authority.invented as authority_invented',
      'membership.role',
      'membership.services',
      'session.strength',
      'session.method',
      'session.last_seen_at',
    ])
    .where('session.token_digest', '=', digest)
    .where('session.ends_at', '>', now())
    .where('session.last_seen_at', '>', idleSince(now(), on.installation))
    .execute()

/** Notes that a session is in use, at most once a minute: reading a page need not write each time. */
const noteUse = (digest: string, lastSeen: string, on: Ground): Promise<unknown> =>
  lastSeen > plusMilliseconds(on.clock(), -minute)
    ? Promise.resolve()
    : unitOfWork(on, system('sessions', []), 'write', () =>
        db().updateTable('session').set({ last_seen_at: now() }).where('token_digest', '=', digest).execute(),
      )

/** Returns who is signed in, or null. A person who lost every role in the authority is not. */
export const signedIn = async (context: Context, on: Ground): Promise<Signed | null> => {
  const token = cookieOf(context, 'plumbline_session', on.installation)
  if (!token) return null
  const digest = digestOfToken(token)
  const rows = await unitOfWork(on, system('sessions', []), 'read', () => sessionRows(digest, on))
  const first = rows[0]
  if (!first || (first.method === 'demonstration' && on.mode !== 'demo')) return null
  const services = rows.some((row) => row.services === null)
    ? 'all'
    : rows.flatMap((row) => row.services ?? [])
  if (!isStrongEnough(first.method, first.strength, services === 'all')) return null
  await noteUse(digest, first.last_seen_at, on)
  return {
    person: { id: first.person_id, name: first.person_name },
    authority: { id: first.authority_id, name: first.authority_name, invented: first.authority_invented },
    roles: rows.map((row) => row.role).filter(isRole),
    services,
  }
}
