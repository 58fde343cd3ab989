import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { plusMilliseconds } from '../../../core/kit/days.ts'
import { system } from '../actor.ts'
import { db, type Ground, now, unitOfWork } from '../database/unit-of-work.ts'
import type { Signed } from './signed.ts'
import { signedFor } from './signed-for.ts'

const cookieName = 'plumbline_session'
const hour = 60 * 60 * 1000
/** A session ends after 12 hours, however busy; a working day fits, a forgotten tablet does not. */
const longest = 12 * hour

const digest = (token: string): string => createHash('sha256').update(token).digest('hex')

const cookie = (context: Context) =>
  ({
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: new URL(context.req.url).protocol === 'https:',
  }) as const

/** Starts a session in the unit of work that it is called in, and gives its token to the browser. */
export const startSession = async (context: Context, person: string, authority: string): Promise<void> => {
  const token = randomBytes(32).toString('base64url')
  const at = now()
  await db()
    .insertInto('session')
    .values({
      token_digest: digest(token),
      person_id: person,
      authority_id: authority,
      started_at: at,
      last_seen_at: at,
      ends_at: plusMilliseconds(at, longest),
    })
    .execute()
  setCookie(context, cookieName, token, { ...cookie(context), maxAge: longest / 1000 })
}

/** Lets a session act for one council of the person, or with null for their provider or agency. */
export const actFor = async (context: Context, authority: string | null): Promise<void> => {
  const token = getCookie(context, cookieName)
  if (token)
    await db()
      .updateTable('session')
      .set({ authority_id: authority })
      .where('token_digest', '=', digest(token))
      .execute()
}

/** Ends the session of this request, on the server and in the browser. */
export const endSession = async (context: Context): Promise<void> => {
  const token = getCookie(context, cookieName)
  if (token) await db().deleteFrom('session').where('token_digest', '=', digest(token)).execute()
  deleteCookie(context, cookieName, cookie(context))
}

/** Returns who is signed in, or null. A person who lost every role is not. */
export const signedIn = async (context: Context, on: Ground): Promise<Signed | null> => {
  const token = getCookie(context, cookieName)
  if (!token) return null
  const rows = await unitOfWork(on, system('sessions', []), 'read', () =>
    db()
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .innerJoin('member_now', 'member_now.person_id', 'session.person_id')
      .innerJoin('authority', 'authority.id', 'member_now.authority_id')
      .select([
        'person.id as person_id',
        'person.name as person_name',
        'session.authority_id as chosen',
        'member_now.side',
        'member_now.role',
        'member_now.begins_on',
        'member_now.ends_on',
        'authority.id as authority_id',
        'authority.name as authority_name',
        'authority.invented as authority_invented',
      ])
      .where('session.token_digest', '=', digest(token))
      .where('session.ends_at', '>', now())
      .orderBy('authority.name')
      .execute(),
  )
  const [first] = rows
  if (!first) return null
  return signedFor(on, { id: first.person_id, name: first.person_name }, rows, first.chosen)
}
