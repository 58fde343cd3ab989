import { fault } from '../core/kit/problems.ts'
import type { InviteTyped } from '../core/people/invite-form.ts'
import { allRoles } from '../core/people/roles.ts'
import { invite } from '../server/people/commands/invite.ts'
import { readInvitation } from '../server/people/manage/read-invitation.ts'
import { db } from '../server/platform/database/unit-of-work.ts'
import { asOperator, emailNeeded, givenTo } from './as-operator.ts'
import type { Command } from './command.ts'
import type { Given } from './options.ts'

const add = (read: Given) => async (): Promise<string> => {
  const id = read.text('authority') ?? ''
  const authority = await db()
    .selectFrom('authority')
    .where('id', '=', id)
    .select(['id', 'name'])
    .executeTakeFirst()
  if (!authority)
    throw fault(
      'option-wrong',
      { says: `There is no authority ${id}.`, next: 'Set it up first: ./plumbline setup --help' },
      '--authority',
    )
  const typed: InviteTyped = {
    name: read.text('name') ?? '',
    email: read.text('email') ?? '',
    roles: [read.text('role') ?? ''],
    services: (read.text('services') ?? '').split(';').join('\n'),
    employer: read.text('provider') ?? '',
    agency: read.text('agency') ?? '',
  }
  const invited = await readInvitation(id, allRoles, typed)
  if ('errors' in invited) {
    const [first] = invited.errors
    throw fault(
      'option-wrong',
      { says: first?.text ?? '', next: 'See ./plumbline user add --help' },
      `--${first?.field === 'employer' ? 'provider' : first?.field}`,
    )
  }
  const { link } = await invite(authority, invited.invited)
  return link
    ? `${typed.name} is invited. Pass this link on to them alone: it works once, until ${link.until}.\n${link.address}`
    : `${typed.email} has an account already, and now works for ${authority.name} too.`
}

/** Invites a person, and prints the link. */
export const userAdd: Command = {
  name: 'user add',
  summary: 'Invites a person and prints the link with which they choose a password',
  usage:
    '--authority ID --name NAME --email ADDRESS --role ROLE [--services "SERVICE;SERVICE"] [--provider NAME] [--agency NAME]',
  examples: [
    [
      './plumbline user add --authority northfold --name "Ada Birch" --email ada@northfold.example --role contract-lead',
      'a person of the council; name the services for a registered manager or contributor, the provider or group for a group lead',
    ],
  ],
  run: async (words, terminal) => {
    const read = givenTo(
      words,
      {
        options: {
          ...{ authority: 'text', name: 'text', email: 'text', role: 'text' },
          ...{ services: 'text', provider: 'text', agency: 'text' },
        },
        needs: {
          authority: 'ID, such as northfold',
          name: 'NAME',
          ...emailNeeded,
          role: 'ROLE, such as contract-lead',
        },
      },
      terminal,
    )
    return read === null ? 2 : asOperator(terminal, add(read))
  },
}
