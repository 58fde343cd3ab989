/** Every mail that Plumbline writes, as plain text in plain English. A link in one is a secret of its reader. */

/** What a mail says. */
export type Letter = { readonly subject: string; readonly body: string }

type Linked = {
  readonly name: string
  readonly council: string
  readonly link: string
  readonly until: string
}

const unasked = 'If you did not expect this, you need not do anything: without the link nothing happens.'

const letter = (subject: string, name: string, council: string, ...parts: readonly string[]): Letter => ({
  subject,
  body: [`Hello ${name}`, ...parts, `Sent by Plumbline for ${council}.`].join('\n\n'),
})

/** Invites a person who has no account yet. */
export const invitation = ({ name, council, link, until }: Linked): Letter =>
  letter(
    `Your account for ${council}`,
    name,
    council,
    `${council} invites you to Plumbline, where it checks the quality of care services. Open this link to choose a password:`,
    link,
    `It works once, until ${until}. It is for you alone: do not send it on.`,
    unasked,
  )

/** Tells a person who has an account that they may work for one more council. */
export const addedToCouncil = (given: { name: string; council: string; link: string }): Letter =>
  letter(
    `You can now work with ${given.council}`,
    given.name,
    given.council,
    `${given.council} has added you to Plumbline. Sign in as you always do. Where you act for several, you choose for whom:`,
    given.link,
  )

/** Lets a person choose a new password. */
export const passwordLink = ({ name, council, link, until }: Linked): Letter =>
  letter(
    'Choose a new password',
    name,
    council,
    'Somebody asked for a new password for your account. If it was you, open this link and choose one:',
    link,
    `It works once, until ${until}.`,
    unasked,
  )

/** Says that a password was changed. */
export const passwordChanged = (given: { name: string; council: string }): Letter =>
  letter(
    'Your password was changed',
    given.name,
    given.council,
    'The password of your account was changed, and all other sessions were ended.',
    'If this was not you, tell your administrator at once.',
  )

/** Says that the second factor was set or taken away. */
export const secondFactorChanged = (given: { name: string; council: string; what: string }): Letter =>
  letter(
    'The second step of your sign-in was changed',
    given.name,
    given.council,
    given.what,
    'If this was not you, and you did not ask for it, tell your administrator at once.',
  )

/** Goes to a new address, to confirm it. */
export const confirmEmail = ({ name, council, link, until }: Linked): Letter =>
  letter(
    'Confirm your new email address',
    name,
    council,
    'You asked to sign in with this email address from now on. Open this link to confirm it:',
    link,
    `It works once, until ${until}. Until then your old address holds.`,
    unasked,
  )

/** Goes to the old address when a new one was asked for. */
export const emailChangeAsked = (given: { name: string; council: string }): Letter =>
  letter(
    'Somebody asked to change your email address',
    given.name,
    given.council,
    'Somebody who is signed in with your account and knows your password asked for another email address. It changes when the new address is confirmed.',
    'If this was not you, change your password now and tell your administrator.',
  )

/** Goes to both addresses when it was changed. */
export const emailChanged = (given: { name: string; council: string }): Letter =>
  letter(
    'Your email address was changed',
    given.name,
    given.council,
    'From now on you sign in with the new email address. The old one does not work any more.',
    'If this was not you, tell your administrator at once.',
  )

/** Tells the people of a team that a document is shared with them. */
export const documentShared = (given: {
  name: string
  council: string
  title: string
  link: string
}): Letter =>
  letter(
    given.title,
    given.name,
    given.council,
    'What was decided about the ratings is now in your list of documents. Open it here:',
    given.link,
    'It is for the teams of the council: do not send it on.',
  )

/** One line of a mail about alerts: what the rule is called, and the service. Nothing of what it rests on. */
export type AlertLine = { readonly rule: string; readonly service: string; readonly overdue: boolean }

const alertLine = ({ rule, service, overdue }: AlertLine): string =>
  `- ${service}: ${rule}${overdue ? ' (overdue)' : ''}`

type AboutAlerts = {
  readonly name: string
  readonly council: string
  readonly lines: readonly AlertLine[]
  /** How many there are in all. */
  readonly count: number
  readonly home: string
  readonly notices: string
}

const things = (count: number): string => (count === 1 ? '1 thing' : `${count} things`)

const stopping = (notices: string): readonly string[] => ['To change or stop these mails:', notices]

/** Tells somebody what is on their work list. What is behind each is read in Plumbline alone. */
export const alertDigest = ({ name, council, lines, count, home, notices }: AboutAlerts): Letter =>
  letter(
    `Your work in Plumbline: ${things(count)} to do`,
    name,
    council,
    `You have ${things(count)} to do, the most urgent first:`,
    [
      ...lines.map(alertLine),
      ...(count > lines.length ? [`- and ${things(count - lines.length)} more`] : []),
    ].join('\n'),
    'Sign in to see why, and to deal with them:',
    home,
    ...stopping(notices),
  )

/** Tells somebody at once that a service needs them now. */
export const urgentAlerts = ({ name, council, lines, home, notices }: Omit<AboutAlerts, 'count'>): Letter =>
  letter(
    `Urgent in Plumbline: ${lines.map(({ service }) => service).join(', ')}`,
    name,
    council,
    'This needs a response today:',
    lines.map(alertLine).join('\n'),
    'Sign in to see why, and to record the response:',
    home,
    ...stopping(notices),
  )
