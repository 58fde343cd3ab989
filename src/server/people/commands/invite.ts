import { randomUUID } from 'node:crypto'
import { dayOf } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import type { Invited } from '../../../core/people/invite-form.ts'
import { ground } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { addedToCouncil, invitation } from '../../platform/mail/letters.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { namePerson } from '../commands.ts'
import { type Account, accountByEmail } from '../queries/account.ts'
import { mailAuthorityOf, membershipsOf } from '../queries/memberships.ts'
import { addAccount } from './accounts.ts'
import { type Link, makeLink } from './links.ts'
import { giveRole } from './roles.ts'

/** An authority as an invitation names it. */
export type Inviting = { readonly id: string; readonly name: string }

/** Sends a person the link with which they choose their first password. Returns it, for where there is no mail. */
const sendInvitation = async (
  authority: Inviting,
  { person, email }: Pick<Account, 'person' | 'email'>,
  again: boolean,
): Promise<Link> => {
  const link = await makeLink(person.id, 'invitation')
  const memberships = await membershipsOf(person.id)
  const here = memberships.filter((one) => one.authority.id === authority.id)
  await emit({
    kind: 'account.invited',
    authority: authority.id,
    subject: { kind: 'person', id: person.id },
    payload: { roles: here.flatMap(({ roles }) => roles), again },
  })
  const until = dayInWords(dayOf(link.until))
  const letter = invitation({ name: person.name, council: authority.name, link: link.address, until })
  // The link is the whole account: where the person works with another council too, nobody of this one reads it.
  await queueMail({ authority: mailAuthorityOf(memberships), to: email, letter })
  return link
}

/** Gives what an invitation gives. The slice of memberships reacts to the event and writes what is not the council's. */
const letIn = async (authority: Inviting, person: string, { roles, access }: Invited): Promise<void> => {
  for (const role of roles) await giveRole(person, authority.id, role)
  if (access.length > 0)
    await emit({
      kind: 'person.let-in',
      authority: authority.id,
      subject: { kind: 'person', id: person },
      payload: { access },
    })
}

/**
 * Invites a person: adds them with what they are to be, and sends a link. Who has an account already gets the role and a
 * mail, and goes on with the password that they have (X7). Returns the person, and the link where there is one.
 */
export const invite = async (
  authority: Inviting,
  invited: Invited,
): Promise<{ readonly person: string; readonly link: Link | null }> => {
  const { email } = invited
  const known = await accountByEmail(email)
  const person = known?.person ?? { id: randomUUID(), name: invited.name }
  if (known === null) {
    await namePerson({ ...person, invented: false })
    await addAccount(person.id, email)
  }
  await letIn(authority, person.id, invited)
  if (!known?.passwordHash)
    return { person: person.id, link: await sendInvitation(authority, { person, email }, known !== null) }
  const link = `${ground().installation.address}/sign-in`
  const letter = addedToCouncil({ name: person.name, council: authority.name, link })
  await queueMail({ authority: authority.id, to: known.email, letter })
  return { person: person.id, link: null }
}

/** Sends the invitation of a person again: the link of before is worth nothing from then on. */
export const inviteAgain = (authority: Inviting, account: Account): Promise<Link> =>
  sendInvitation(authority, account, true)

/** Gives a person who is there already a local account, such as an invented one of the demonstration. */
export const inviteKnown = async (
  authority: Inviting,
  person: { readonly id: string; readonly name: string },
  email: string,
): Promise<Link> => {
  await addAccount(person.id, email)
  return sendInvitation(authority, { person, email }, false)
}
