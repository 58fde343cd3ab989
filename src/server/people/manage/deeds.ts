import { fault } from '../../../core/kit/problems.ts'
import { emailErrors } from '../../../core/people/person-form.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { endSessionsOf } from '../../platform/http/sessions.ts'
import { signedOf } from '../account/session-routes.ts'
import { disableAccount, enableAccount } from '../commands/accounts.ts'
import { inviteAgain, inviteKnown } from '../commands/invite.ts'
import { sendPasswordLinkFor } from '../commands/password-link.ts'
import { removeFromAuthority } from '../commands/roles.ts'
import { resetSecondFactor } from '../commands/second-factor.ts'
import { type Account, accountByEmail, accountOf } from '../queries/account.ts'
import { membershipsOf } from '../queries/memberships.ts'
import { hasOtherAdministrator, type PersonShown, personOf } from '../queries/people.ts'
import { showPerson } from './show-person.ts'

/** Returns the person of the address: one of this authority's, whoever else there is. */
export const personAsked = async (asked: Asked): Promise<PersonShown> => {
  const id = asked.id('person')
  const person = await personOf(signedOf(asked).authority.id, id)
  if (person === null) throw fault('not-found', { what: 'person', id })
  return person
}

/** Throws where nobody would be left who can manage people. */
export const refuseLastAdministrator = async (asked: Asked, person: PersonShown): Promise<void> => {
  const { authority } = signedOf(asked)
  if (person.roles.includes('administrator') && !(await hasOtherAdministrator(authority.id, person.id)))
    throw fault('last-administrator', { name: person.name, authority: authority.name })
}

const othersAccount = async (asked: Asked): Promise<{ person: PersonShown; account: Account }> => {
  const person = await personAsked(asked)
  if (person.id === signedOf(asked).person.id) throw fault('own-account')
  const account = await accountOf(person.id)
  if (account === null) throw fault('not-found', { what: 'account', id: person.id })
  return { person, account }
}

const refuseElsewhere = ({ name, elsewhere }: PersonShown): void => {
  if (elsewhere) throw fault('account-elsewhere', { name })
}

const back = (person: PersonShown, done: string) => seeOther(`/people/${person.id}?done=${done}`)

/** Gives a local account to a person who has none. */
export const giveAccount = async (asked: Asked): Promise<Response> => {
  const person = await personAsked(asked)
  if (person.standing !== 'none') throw fault('account-there', { name: person.name })
  const email = (await asked.form()).one('email')
  const wrong = emailErrors('email', email)
  if (wrong.length > 0) return showPerson(asked, person, email, wrong)
  if (await accountByEmail(email))
    return showPerson(asked, person, email, [{ field: 'email', text: 'Enter another email address' }])
  await inviteKnown(signedOf(asked).authority, person, email)
  return back(person, 'person-invited')
}

/** Sends an invitation again. */
export const sendAgain = async (asked: Asked): Promise<Response> => {
  const { person, account } = await othersAccount(asked)
  if (person.standing !== 'invited') throw fault('account-there', { name: person.name })
  await inviteAgain(signedOf(asked).authority, account)
  return back(person, 'person-invited')
}

/** Sends a link for a new password. */
export const sendLink = async (asked: Asked): Promise<Response> => {
  const { person, account } = await othersAccount(asked)
  refuseElsewhere(person)
  if (account.disabled) throw fault('bad-request', { what: 'The account is disabled.' })
  await sendPasswordLinkFor(account, await membershipsOf(person.id), 'administrator')
  return back(person, 'password-link-made')
}

/** Takes the second step away. */
export const resetFactor = async (asked: Asked): Promise<Response> => {
  const { person, account } = await othersAccount(asked)
  refuseElsewhere(person)
  await resetSecondFactor(account, await membershipsOf(person.id), 'administrator')
  await endSessionsOf(person.id)
  return back(person, 'second-factor-reset')
}

/** Disables an account. That of a person of several councils is not one council's to disable. */
export const disable = async (asked: Asked): Promise<Response> => {
  const { person } = await othersAccount(asked)
  refuseElsewhere(person)
  await refuseLastAdministrator(asked, person)
  await disableAccount(person.id, signedOf(asked).authority.id)
  return back(person, 'account-disabled')
}

/** Takes a person out of this council: roles and access end, and with them their sessions here. The account stays. */
export const remove = async (asked: Asked): Promise<Response> => {
  const person = await personAsked(asked)
  const { authority, person: self } = signedOf(asked)
  if (person.id === self.id) throw fault('own-account')
  await refuseLastAdministrator(asked, person)
  await removeFromAuthority(person.id, authority.id)
  return seeOther('/people?done=person-removed')
}

/** Enables an account again. */
export const enable = async (asked: Asked): Promise<Response> => {
  const { person } = await othersAccount(asked)
  refuseElsewhere(person)
  await enableAccount(person.id, signedOf(asked).authority.id)
  return back(person, 'account-enabled')
}
