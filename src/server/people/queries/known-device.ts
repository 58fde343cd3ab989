import type { Context } from 'hono'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground } from '../../platform/database/unit-of-work.ts'
import { cookieOf, digestOfToken } from '../../platform/http/cookies.ts'

/** Returns the digest of this browser's token where the person signed in here before; null elsewhere. */
export const knownDevice = async (context: Context, person: string): Promise<string | null> => {
  const token = cookieOf(context, 'plumbline_device', ground().installation)
  if (!token) return null
  const row = await inRoom('accounts', () =>
    db()
      .selectFrom('known_device')
      .select('token_digest')
      .where('token_digest', '=', digestOfToken(token))
      .where('person_id', '=', person)
      .executeTakeFirst(),
  )
  return row?.token_digest ?? null
}
