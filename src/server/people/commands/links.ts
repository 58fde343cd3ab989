import { type Instant, plusMilliseconds } from '../../../core/kit/days.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db, ground, now } from '../../platform/database/unit-of-work.ts'
import { digestOfToken, newToken } from '../../platform/http/cookies.ts'

/** What a link is for. */
export type Purpose = 'invitation' | 'password' | 'email'

const minute = 60 * 1000
const day = 24 * 60 * minute

/** Where each kind of link leads. */
const paths: Readonly<Record<Purpose, string>> = {
  invitation: '/invitation',
  password: '/new-password',
  email: '/confirm-email',
}

/** A link just made: the only time that it is known. */
export type Link = { readonly address: string; readonly until: Instant }

/** Makes a link for a person. Earlier ones for the same purpose are worth nothing from then on. */
export const makeLink = (person: string, purpose: Purpose, email: string | null = null): Promise<Link> =>
  inRoom('accounts', async () => {
    const { installation } = ground()
    const token = newToken()
    const lasts =
      purpose === 'invitation' ? installation.invitationDays * day : installation.linkMinutes * minute
    const until = plusMilliseconds(now(), lasts)
    await db()
      .deleteFrom('account_link')
      .where('person_id', '=', person)
      .where('purpose', '=', purpose)
      .execute()
    await db()
      .insertInto('account_link')
      .values({
        token_digest: digestOfToken(token),
        person_id: person,
        purpose,
        email,
        made_at: now(),
        ends_at: until,
      })
      .execute()
    return { address: `${installation.address}${paths[purpose]}/${token}`, until }
  })

/** Uses a link up. Returns whose it was, and the address that it confirms; null where it is used, ended or unknown. */
export const useLink = (
  token: string,
  purpose: Purpose,
): Promise<{ readonly person: string; readonly email: string | null } | null> =>
  inRoom('accounts', async () => {
    const row = await db()
      .updateTable('account_link')
      .set({ used_at: now() })
      .where('token_digest', '=', digestOfToken(token))
      .where('purpose', '=', purpose)
      .where('used_at', 'is', null)
      .where('ends_at', '>', now())
      .returning(['person_id', 'email'])
      .executeTakeFirst()
    return row ? { person: row.person_id, email: row.email } : null
  })

/** Makes all links of a person worth nothing. */
export const endLinks = (person: string): Promise<void> =>
  inRoom('accounts', async () => {
    await db().deleteFrom('account_link').where('person_id', '=', person).execute()
  })
