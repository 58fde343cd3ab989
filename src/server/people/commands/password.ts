import { inRoom } from '../../platform/database/room.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { passwordChanged } from '../../platform/mail/letters.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { Breached } from '../new-password.ts'
import { hashPassword } from '../password-hash.ts'
import type { Account } from '../queries/account.ts'
import { councilOf, type Membership, mailAuthorityOf } from '../queries/memberships.ts'

type Change = {
  readonly account: Account
  readonly memberships: readonly Membership[]
  readonly password: string
  readonly how: 'invitation' | 'link' | 'account'
  readonly breached: Breached
}

/** Writes the hash of a password, for the first time or anew. */
export const storePassword = (person: string, hash: string): Promise<void> =>
  inRoom('accounts', async () => {
    await db()
      .updateTable('account')
      .set({ password_hash: hash, password_changed_at: now() })
      .where('person_id', '=', person)
      .execute()
  })

/** Gives an account a new password, and tells its owner by mail where there was one before. */
export const changePassword = async (change: Change): Promise<void> => {
  const { account, memberships, how, breached } = change
  const authority = mailAuthorityOf(memberships)
  const hash = await hashPassword(change.password)
  await emit(
    {
      kind: 'password.changed',
      authority,
      subject: { kind: 'person', id: account.person.id },
      payload: { how, breached },
    },
    () => storePassword(account.person.id, hash),
  )
  if (account.passwordHash === null) return
  const letter = passwordChanged({ name: account.person.name, council: councilOf(memberships) })
  await queueMail({ authority, to: account.email, letter })
}

/** Writes the same password with today's parameters, when it was right and its hash is an old one. */
export const renewHash = async (person: string, password: string): Promise<void> => {
  const hash = await hashPassword(password)
  await inRoom('accounts', () =>
    db().updateTable('account').set({ password_hash: hash }).where('person_id', '=', person).execute(),
  )
}
