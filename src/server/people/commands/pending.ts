import type { Context } from 'hono'
import { plusMilliseconds } from '../../../core/kit/days.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground, now } from '../../platform/database/unit-of-work.ts'
import { cookieOf, digestOfToken, dropCookie, giveCookie, newToken } from '../../platform/http/cookies.ts'
import { seal } from '../sealing/seal.ts'

type Start = {
  readonly person: string
  readonly method: string
  readonly returnTo: string
  /** A secret for an app, to be confirmed by its first code. */
  readonly newSecret: Buffer | null
}

/** Notes that a person gave the first factor, in a cookie of its own: with it nobody is signed in. */
export const startPending = async (context: Context, start: Start): Promise<void> => {
  const { installation } = ground()
  const token = newToken()
  const milliseconds = installation.pendingMinutes * 60 * 1000
  const sealed = start.newSecret && (await seal(start.newSecret, start.person))
  await inRoom('accounts', async () => {
    await db()
      .insertInto('pending_sign_in')
      .values({
        token_digest: digestOfToken(token),
        person_id: start.person,
        method: start.method,
        new_secret: sealed?.bytes ?? null,
        secret_key: sealed?.key ?? null,
        return_to: start.returnTo,
        ends_at: plusMilliseconds(now(), milliseconds),
      })
      .execute()
  })
  giveCookie(context, 'plumbline_pending', token, milliseconds / 1000, installation)
}

/** Ends what was pending in this browser. */
export const endPending = async (context: Context): Promise<void> => {
  const { installation } = ground()
  const token = cookieOf(context, 'plumbline_pending', installation)
  if (token)
    await inRoom('accounts', () =>
      db().deleteFrom('pending_sign_in').where('token_digest', '=', digestOfToken(token)).execute(),
    )
  dropCookie(context, 'plumbline_pending', installation)
}
