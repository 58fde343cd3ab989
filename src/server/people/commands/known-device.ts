import type { Context } from 'hono'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground, now } from '../../platform/database/unit-of-work.ts'
import { cookieOf, digestOfToken, giveCookie, newToken } from '../../platform/http/cookies.ts'

const year = 365 * 24 * 60 * 60

/** Remembers that a person signed in with this browser: what others try does not slow them here. */
export const rememberDevice = async (context: Context, person: string): Promise<void> => {
  const { installation } = ground()
  const token = cookieOf(context, 'plumbline_device', installation) ?? newToken()
  await inRoom('accounts', () =>
    db()
      .insertInto('known_device')
      .values({
        token_digest: digestOfToken(token),
        person_id: person,
        recorded_at: now(),
        last_used_at: now(),
      })
      .onConflict((conflict) =>
        conflict.columns(['token_digest', 'person_id']).doUpdateSet({ last_used_at: now() }),
      )
      .execute(),
  )
  giveCookie(context, 'plumbline_device', token, year, installation)
}
