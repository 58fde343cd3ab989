import { fault } from '../core/kit/problems.ts'
import { disableAccount, enableAccount } from '../server/people/commands/accounts.ts'
import { inviteAgain } from '../server/people/commands/invite.ts'
import { sendPasswordLinkFor } from '../server/people/commands/password-link.ts'
import { resetSecondFactor } from '../server/people/commands/second-factor.ts'
import { type Account, accountByEmail } from '../server/people/queries/account.ts'
import { type Membership, membershipsOf } from '../server/people/queries/memberships.ts'
import { endSessionsOf } from '../server/platform/http/sessions.ts'
import { asOperator, emailNeeded, givenTo } from './as-operator.ts'
import type { Command } from './command.ts'
import type { Given, Wanted } from './options.ts'

const known = async (
  email: string,
): Promise<{ account: Account; memberships: readonly Membership[]; first: string }> => {
  const account = await accountByEmail(email)
  const memberships = account ? await membershipsOf(account.person.id) : []
  const [first] = memberships
  if (!account || !first) throw fault('account-unknown', { email })
  return { account, memberships, first: first.authority.id }
}

/** Makes a command that does one thing to the account with an address. */
const forAccount = (
  command: Pick<Command, 'name' | 'summary' | 'usage' | 'examples'>,
  options: Wanted['options'],
  work: (found: Awaited<ReturnType<typeof known>>, read: Given) => Promise<string>,
): Command => ({
  ...command,
  run: async (words, terminal) => {
    const read = givenTo(words, { options: { email: 'text', ...options }, needs: emailNeeded }, terminal)
    if (read === null) return 2
    return asOperator(terminal, async () => work(await known(read.text('email') ?? ''), read))
  },
})

/** Disables an account. */
export const userDisable = forAccount(
  {
    name: 'user disable',
    summary: 'Disables an account and ends its sessions',
    usage: '--email ADDRESS',
    examples: [['./plumbline user disable --email ada@northfold.example', 'at once, in all councils']],
  },
  {},
  async ({ account, first }) => {
    await disableAccount(account.person.id, first)
    return `The account of ${account.person.name} is disabled, and its sessions have ended.`
  },
)

/** Enables an account. */
export const userEnable = forAccount(
  {
    name: 'user enable',
    summary: 'Enables an account that was disabled',
    usage: '--email ADDRESS',
    examples: [
      ['./plumbline user enable --email ada@northfold.example', 'password and second step as before'],
    ],
  },
  {},
  async ({ account, first }) => {
    await enableAccount(account.person.id, first)
    return `The account of ${account.person.name} is enabled.`
  },
)

/** Makes a link for a new password, and with --second-step takes the second step away. */
export const userReset = forAccount(
  {
    name: 'user reset',
    summary: 'Prints a link for a new password; with --second-step also resets the second step',
    usage: '--email ADDRESS [--second-step]',
    examples: [
      ['./plumbline user reset --email ada@northfold.example', 'for somebody who forgot the password'],
      [
        './plumbline user reset --email ada@northfold.example --second-step',
        'and lost phone and recovery codes',
      ],
    ],
  },
  { 'second-step': 'flag' },
  async ({ account, memberships, first }, read) => {
    if (read.flag('second-step')) {
      await resetSecondFactor(account, memberships, 'operator')
      await endSessionsOf(account.person.id)
    }
    const { authority } = memberships.find((one) => one.authority.id === first) ?? {}
    const link =
      account.passwordHash === null && authority
        ? await inviteAgain(authority, account)
        : await sendPasswordLinkFor(account, memberships, 'operator')
    return `Pass this link on to ${account.person.name} alone: it works once, until ${link.until}.\n${link.address}`
  },
)
