import { randomUUID } from 'node:crypto'
import { dayOf } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import type { Role } from '../../../core/people/roles.ts'
import { ground } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { addedToCouncil, invitation } from '../../platform/mail/letters.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { addPerson } from '../commands.ts'
import { type Account, accountByEmail } from '../queries/account.ts'
import { mailAuthorityOf, membershipsOf } from '../queries/memberships.ts'
import { addAccount } from './accounts.ts'
import { type Link, makeLink } from './links.ts'
import { giveRole } from './roles.ts'

/** Whom an authority invites, and as what. `services` is null for its own people. */
export type Invited = {
  readonly name: string
  readonly email: string
  readonly roles: readonly [Role, ...Role[]]
  readonly services: readonly string[] | null
}

/** An authority as an invitation names it. */
export type Inviting = { readonly id: string; readonly name: string }

/** Sends a person the link with which they choose their first password. Returns it, for where there is no mail. */
export const sendInvitation = async (
  authority: Inviting,
  { person, email }: Pick<Account, 'person' | 'email'>,
  { role, services, again }: { role: string; services: readonly string[] | null; again: boolean },
): Promise<Link> => {
  const link = await makeLink(person.id, 'invitation')
  await emit({
    kind: 'account.invited',
    authority: authority.id,
    subject: { kind: 'person', id: person.id },
    payload: { role, services, again },
  })
  const until = dayInWords(dayOf(link.until))
  const letter = invitation({ name: person.name, council: authority.name, link: link.address, until })
  // The link is the whole account: where the person works for another council too, nobody of this one reads it.
  await queueMail({ authority: mailAuthorityOf(await membershipsOf(person.id)), to: email, letter })
  return link
}

/**
 * Invites a person: adds them with a role, and sends a link. Who has an account already gets the role and a mail, and
 * goes on with the password that they have. Returns the person, and the link where there is one.
 */
export const invite = async (
  authority: Inviting,
  invited: Invited,
): Promise<{ readonly person: string; readonly link: Link | null }> => {
  const { services, email } = invited
  const [role, ...others] = invited.roles
  const known = await accountByEmail(email)
  if (known?.passwordHash) {
    for (const each of invited.roles) await giveRole(known.person.id, authority.id, each, services)
    const link = `${ground().installation.address}/sign-in`
    const letter = addedToCouncil({ name: known.person.name, council: authority.name, link })
    await queueMail({ authority: authority.id, to: known.email, letter })
    return { person: known.person.id, link: null }
  }
  const person = { id: known?.person.id ?? randomUUID(), name: known?.person.name ?? invited.name.trim() }
  if (known) await giveRole(person.id, authority.id, role, services)
  else {
    await addPerson({ ...person, invented: false, authority: authority.id, role, services })
    await addAccount(person.id, email)
  }
  for (const each of others) await giveRole(person.id, authority.id, each, services)
  const about = { role: invited.roles.join(', '), services, again: known !== null }
  const link = await sendInvitation(authority, { person, email }, about)
  return { person: person.id, link }
}

/** Sends the invitation of a person again: the link of before is worth nothing from then on. */
export const inviteAgain = async (authority: Inviting, account: Account): Promise<Link> => {
  const held = (await membershipsOf(account.person.id)).find((one) => one.authority.id === authority.id)
  const about = { role: held?.roles.join(', ') ?? '', services: held?.services ?? null, again: true }
  return sendInvitation(authority, account, about)
}

/** Gives a person who is there already a local account, such as an invented one of the demonstration. */
export const inviteKnown = async (
  authority: Inviting,
  person: { readonly id: string; readonly name: string },
  email: string,
): Promise<Link> => {
  await addAccount(person.id, email)
  const held = (await membershipsOf(person.id)).find((one) => one.authority.id === authority.id)
  const about = { role: held?.roles.join(', ') ?? '', services: held?.services ?? null, again: false }
  return sendInvitation(authority, { person, email }, about)
}
