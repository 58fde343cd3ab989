import type { Context } from 'hono'
import { type Instant, plusMilliseconds } from '../../../core/kit/days.ts'
import { deviceName } from '../../../core/people/device-name.ts'
import { lackOf } from '../../../core/people/proof.ts'
import type { Strength } from '../../../core/people/strength.ts'
import { system } from '../actor.ts'
import { inRoom } from '../database/room.ts'
import { db, type Ground, ground, now, unitOfWork } from '../database/unit-of-work.ts'
import type { Installation } from '../installation.ts'
import { ownSignIn } from '../oidc-settings.ts'
import { cookieOf, digestOfToken, dropCookie, giveCookie, newToken } from './cookies.ts'
import type { Signed } from './signed.ts'
import { signedFor } from './signed-for.ts'

const minute = 60 * 1000
const hour = 60 * minute

/**
 * How a session begins: who, by which method of signing in, and on how many factors. `authority` is the council that they
 * act for; null for their provider, in all councils, or their agency.
 */
export type SessionStart = {
  readonly person: string
  readonly authority: string | null
  readonly method: string
  readonly strength: Strength
  /** The council whose identity provider proved the person; null where they proved it to us. */
  readonly provedFor: string | null
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
      proved_for: start.provedFor,
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

/** The session, once for each thing that its person is: read before anyone is known, and across councils. */
const sessionRows = (digest: string, on: Ground) =>
  inRoom('accounts', () =>
    db()
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .innerJoin('member_now', 'member_now.person_id', 'session.person_id')
      .innerJoin('authority', 'authority.id', 'member_now.authority_id')
      .select([
        'person.id as person_id',
        'person.name as person_name',
        'session.authority_id as chosen',
        'session.strength',
        'session.method',
        'session.proved_for',
        'session.last_seen_at',
        'member_now.side',
        'member_now.role',
        'member_now.begins_on',
        'member_now.ends_on',
        'authority.id as authority_id',
        'authority.name as authority_name',
        'authority.invented as authority_invented',
      ])
      .where('session.token_digest', '=', digest)
      .where('session.ends_at', '>', now())
      .where('session.last_seen_at', '>', idleSince(now(), on.installation))
      .orderBy('authority.name')
      .execute(),
  )

/** Notes that a session is in use, at most once a minute: reading a page need not write each time. */
const noteUse = (digest: string, lastSeen: string, on: Ground): Promise<unknown> =>
  lastSeen > plusMilliseconds(on.clock(), -minute)
    ? Promise.resolve()
    : unitOfWork(on, system('sessions', []), 'write', () =>
        db().updateTable('session').set({ last_seen_at: now() }).where('token_digest', '=', digest).execute(),
      )

/**
 * Returns who is signed in, or null. A person who lost every role is not, nor one whose session stands on too little for
 * the side on which they act.
 */
export const signedIn = async (context: Context, on: Ground): Promise<Signed | null> => {
  const token = cookieOf(context, 'plumbline_session', on.installation)
  if (!token) return null
  const digest = digestOfToken(token)
  const rows = await unitOfWork(on, system('sessions', []), 'read', () => sessionRows(digest, on))
  const [first] = rows
  if (!first || (first.method === 'demonstration' && on.mode !== 'demo')) return null
  const signed = await signedFor(on, { id: first.person_id, name: first.person_name }, rows, first.chosen)
  if (signed === null) return null
  const { method, strength, proved_for: provedFor } = first
  const council = signed.side === 'council' ? signed.authority.id : null
  if (
    lackOf({ method, strength: strength as Strength, provedFor }, { council }, ownSignIn(on), false) !== null
  )
    return null
  await noteUse(digest, first.last_seen_at, on)
  return signed
}
