import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { digestOfToken } from '../../platform/http/cookies.ts'
import type { Purpose } from '../commands/links.ts'

/** Returns whose link this is, without using it up; null where it is used, ended or unknown, or its account disabled. */
export const personOfLink = (token: string, purpose: Purpose): Promise<string | null> =>
  inRoom('accounts', async () => {
    const row = await db()
      .selectFrom('account_link')
      .innerJoin('account', 'account.person_id', 'account_link.person_id')
      .select('account_link.person_id')
      .where('token_digest', '=', digestOfToken(token))
      .where('purpose', '=', purpose)
      .where('used_at', 'is', null)
      .where('ends_at', '>', now())
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    return row?.person_id ?? null
  })
