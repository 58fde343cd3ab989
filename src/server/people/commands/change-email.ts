import { clockTimeOf, dayOf } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { inRoom } from '../../platform/database/room.ts'
import { actingAs, db } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { confirmEmail, emailChangeAsked, emailChanged } from '../../platform/mail/letters.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { type Account, accountByEmail, accountOf } from '../queries/account.ts'
import { councilOf, type Membership, mailAuthorityOf, membershipsOf } from '../queries/memberships.ts'
import { asPerson } from './enter.ts'
import { makeLink, useLink } from './links.ts'

/**
 * Asks a new address to confirm itself, and tells the old one. An address that has an account gets no link; the page
 * says the same, so that nobody learns whose addresses are here.
 */
export const askForEmailChange = async (
  account: Account,
  memberships: readonly Membership[],
  email: string,
): Promise<void> => {
  const { id, name } = account.person
  const council = councilOf(memberships)
  const authority = mailAuthorityOf(memberships)
  await emit({
    kind: 'email.change-asked',
    authority,
    subject: { kind: 'person', id },
    payload: {},
  })
  await queueMail({ authority, to: account.email, letter: emailChangeAsked({ name, council }) })
  if (await accountByEmail(email)) return
  const link = await makeLink(id, 'email', email.trim())
  const until = `${dayInWords(dayOf(link.until))} at ${clockTimeOf(link.until)}`
  const letter = confirmEmail({ name, council, link: link.address, until })
  await queueMail({ authority, to: email.trim(), letter })
}

/** Changes the address that a link confirms, and tells both. Returns whether it did. */
export const confirmEmailChange = async (token: string): Promise<boolean> => {
  const link = await useLink(token, 'email')
  const account = link && (await accountOf(link.person))
  if (!link?.email || !account || account.disabled || (await accountByEmail(link.email))) return false
  const { email, person } = link
  const memberships = await membershipsOf(person)
  await actingAs(asPerson(person, memberships), async () => {
    const authority = mailAuthorityOf(memberships)
    await emit(
      { kind: 'email.changed', authority, subject: { kind: 'person', id: person }, payload: {} },
      () =>
        inRoom('accounts', () =>
          db().updateTable('account').set({ email }).where('person_id', '=', person).execute(),
        ),
    )
    const letter = emailChanged({ name: account.person.name, council: councilOf(memberships) })
    for (const to of [account.email, email]) await queueMail({ authority, to, letter })
  })
  return true
}
