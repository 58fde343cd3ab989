import { clockTimeOf, dayOf } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { system } from '../../platform/actor.ts'
import { actingAs } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { passwordLink } from '../../platform/mail/letters.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { type Account, accountByEmail } from '../queries/account.ts'
import { councilOf, type Membership, mailAuthorityOf } from '../queries/memberships.ts'
import { type Link, makeLink } from './links.ts'

/** Makes the link with which a person chooses a new password, and mails it to them. */
export const sendPasswordLink = async (
  account: Account,
  memberships: readonly Membership[],
): Promise<Link> => {
  const link = await makeLink(account.person.id, 'password')
  const letter = passwordLink({
    name: account.person.name,
    council: councilOf(memberships),
    link: link.address,
    until: `${dayInWords(dayOf(link.until))} at ${clockTimeOf(link.until)}`,
  })
  await queueMail({ authority: mailAuthorityOf(memberships), to: account.email, letter })
  return link
}

/**
 * Notes that somebody asked for a new password. The link is made later, by a reaction: so the answer says the same in the
 * same time, whether there is such an account or not.
 */
export const askForPasswordLink = async (email: string): Promise<void> => {
  const account = await accountByEmail(email)
  const subject = { kind: 'person', id: account?.person.id ?? 'unknown' }
  const happening = {
    kind: 'password.link-asked',
    authority: null,
    subject,
    payload: { by: 'person' },
  } as const
  // Nobody is signed in, and nobody writes no events.
  await actingAs(system('sign-in', []), () => emit(happening))
}

/** Sends a new password's link for an administrator, or for whoever runs the installation. */
export const sendPasswordLinkFor = async (
  account: Account,
  memberships: readonly Membership[],
  by: 'administrator' | 'operator',
): Promise<Link> => {
  await emit({
    kind: 'password.link-asked',
    authority: mailAuthorityOf(memberships),
    subject: { kind: 'person', id: account.person.id },
    payload: { by },
  })
  return sendPasswordLink(account, memberships)
}
