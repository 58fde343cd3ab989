import type { Context } from 'hono'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground, now } from '../../platform/database/unit-of-work.ts'
import { cookieOf, digestOfToken } from '../../platform/http/cookies.ts'
import { unseal } from '../sealing/seal.ts'
import { type Account, accountOf } from './account.ts'

/** A sign-in that waits for its second factor, or a second factor that waits for its first code. */
export type Pending = {
  readonly account: Account
  readonly method: string
  readonly returnTo: string
  readonly newSecret: Uint8Array | null
}

/** Returns what is pending in this browser; null where nothing is, or it came too late. */
export const pendingOf = async (context: Context): Promise<Pending | null> => {
  const token = cookieOf(context, 'plumbline_pending', ground().installation)
  if (!token) return null
  const row = await inRoom('accounts', () =>
    db()
      .selectFrom('pending_sign_in')
      .selectAll()
      .where('token_digest', '=', digestOfToken(token))
      .where('ends_at', '>', now())
      .executeTakeFirst(),
  )
  const account = row ? await accountOf(row.person_id) : null
  if (!row || !account || account.disabled) return null
  const newSecret =
    row.new_secret && (await unseal({ bytes: row.new_secret, key: row.secret_key }, account.person.id))
  return { account, method: row.method, returnTo: row.return_to, newSecret }
}
