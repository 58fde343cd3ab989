/** What events of people's accounts are called, and what each says: part of the table in `sentences.ts`. */
import { counted, listed } from '../../core/kit/words.ts'
import { isRole, roles } from '../../core/people/roles.ts'
import type { Payloads } from '../platform/events/event.ts'
import { type Entry, onDay } from './sentence.ts'

const roleName = (role: string): string => (isRole(role) ? roles[role].name : role)

const by = { person: 'By the person.', administrator: 'By an administrator.', operator: 'By a command.' }

const hows = {
  invitation: 'With the invitation.',
  link: 'By a link.',
  account: 'On the page of the account.',
  'signed-out': 'By signing out.',
  'by-person': 'From the list of sessions.',
  'by-administrator': 'By an administrator.',
}

const failures = {
  unknown: 'No such account.',
  password: 'The password was wrong.',
  code: 'The code was wrong.',
  disabled: 'The account is disabled.',
  'no-password': 'The account has no password.',
  'council-account': 'The council asks for its own account.',
  denied: 'The council’s sign-in refused, or the person stopped.',
  state: 'The answer was not for this browser.',
  ended: 'The answer came too late, or for a second time.',
  token: 'What the council’s sign-in sent was not valid.',
  provider: 'The council’s sign-in did not answer.',
  'no-role': 'The council’s sign-in gave no role.',
  'no-email': 'The council’s sign-in gave no email address.',
  'other-account': 'Another account has the email address.',
}

type AccountKind = Extract<
  keyof Payloads,
  | `person.${string}`
  | `membership.${string}`
  | `partner.${string}`
  | 'service.handed-over'
  | `account.${string}`
  | `role.${string}`
  | `password.${string}`
  | `email.${string}`
  | `second-factor.${string}`
  | `recovery-${string}`
  | `session.${string}`
  | 'sign-in.failed'
  | `token.${string}`
  | 'mail.queued'
>

export const accountSentences: { readonly [Kind in AccountKind]: Entry<Kind> } = {
  'account.invited': {
    name: 'Person invited',
    says: ({ roles: given, again }) =>
      `${given.length > 0 ? `As ${listed(given.map((role) => roleName(role).toLowerCase()))}.` : ''}${again ? ' Sent again.' : ''}` ||
      null,
  },
  'person.let-in': { name: 'Person let in', says: () => null },
  'person.removed': { name: 'Person removed', says: () => null },
  'membership.given': {
    name: 'Membership of a provider given',
    says: ({ role }) => `As ${roleName(role).toLowerCase()}.`,
  },
  'membership.ended': { name: 'Membership of a provider ended', says: ({ on }) => `Last day: ${onDay(on)}.` },
  'service.handed-over': {
    name: 'Service handed over',
    says: ({ until }) => (until === null ? null : `The former manager sees it until ${onDay(until)}.`),
  },
  'partner.added': { name: 'Member of a partner agency added', says: ({ agency }) => `${agency}.` },
  'partner.ended': { name: 'Member of a partner agency ended', says: ({ on }) => `Last day: ${onDay(on)}.` },
  'account.accepted': { name: 'Invitation accepted', says: () => null },
  'account.disabled': { name: 'Account disabled', says: () => null },
  'account.enabled': { name: 'Account enabled', says: () => null },
  'role.given': { name: 'Role given', says: ({ role }) => `${roleName(role)}.` },
  'role.taken': { name: 'Role taken away', says: ({ role }) => `${roleName(role)}.` },
  'password.changed': { name: 'Password changed', says: ({ how }) => hows[how] },
  'password.link-asked': { name: 'Link for a new password asked for', says: (said) => by[said.by] },
  'email.change-asked': { name: 'Change of email address asked for', says: () => null },
  'email.changed': { name: 'Email address changed', says: () => null },
  'second-factor.set': { name: 'Second step set up', says: () => null },
  'second-factor.reset': { name: 'Second step removed', says: (said) => by[said.by] },
  'recovery-codes.made': {
    name: 'Recovery codes made',
    says: ({ number }) => counted(number, 'code.', 'codes.'),
  },
  'recovery-code.used': { name: 'Recovery code used', says: ({ left }) => `${left} left.` },
  'session.started': { name: 'Signed in', says: ({ device }) => `On ${device}.` },
  'session.ended': { name: 'Session ended', says: ({ how }) => hows[how] },
  'sign-in.failed': { name: 'Sign-in failed', says: ({ reason }) => failures[reason] },
  'token.made': {
    name: 'Token of the API made',
    says: ({ source, scopes, until }) => `For ${source}, until ${onDay(until)}. It may: ${listed(scopes)}.`,
  },
  'token.revoked': { name: 'Token of the API revoked', says: () => null },
  'mail.queued': { name: 'Mail sent on its way', says: () => null },
}
