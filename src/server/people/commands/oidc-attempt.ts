import type { Context } from 'hono'
import { plusMilliseconds } from '../../../core/kit/days.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground, now } from '../../platform/database/unit-of-work.ts'
import { cookieOf, digestOfToken, dropCookie, giveCookie, newToken } from '../../platform/http/cookies.ts'
import type { Secrets } from '../identity-provider.ts'

/** How long somebody may take at the provider. */
const minutes = 10

/** A browser that left for the provider. */
export type Attempt = Secrets & { readonly returnTo: string }

/** Notes that this browser leaves for the provider, and what its answer must fit. */
export const startAttempt = async (context: Context, returnTo: string): Promise<Secrets> => {
  const token = newToken()
  const secrets = { state: newToken(), nonce: newToken(), verifier: newToken() }
  await inRoom('accounts', () =>
    db()
      .insertInto('oidc_attempt')
      .values({
        token_digest: digestOfToken(token),
        ...secrets,
        return_to: returnTo,
        ends_at: plusMilliseconds(now(), minutes * 60 * 1000),
      })
      .execute(),
  )
  giveCookie(context, 'plumbline_oidc', token, minutes * 60, ground().installation)
  return secrets
}

/** Returns what this browser left with, and forgets it: an answer is taken once. Null where nothing is, or too late. */
export const takeAttempt = async (context: Context): Promise<Attempt | null> => {
  const { installation } = ground()
  const token = cookieOf(context, 'plumbline_oidc', installation)
  dropCookie(context, 'plumbline_oidc', installation)
  if (!token) return null
  const row = await inRoom('accounts', () =>
    db()
      .deleteFrom('oidc_attempt')
      .where('token_digest', '=', digestOfToken(token))
      .returningAll()
      .executeTakeFirst(),
  )
  if (!row || row.ends_at <= now()) return null
  return { state: row.state, nonce: row.nonce, verifier: row.verifier, returnTo: row.return_to }
}
