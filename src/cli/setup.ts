import { fault } from '../core/kit/problems.ts'
import { isEmail } from '../core/people/person-form.ts'
import { addAuthority } from '../server/authorities/commands.ts'
import { invite } from '../server/people/commands/invite.ts'
import type { Link } from '../server/people/commands/links.ts'
import { system } from '../server/platform/actor.ts'
import { db, type Ground, unitOfWork } from '../server/platform/database/unit-of-work.ts'
import { hashOf, readPackFiles } from '../server/platform/packs.ts'
import { readSettings } from '../server/platform/settings.ts'
import { adoptPolicy } from '../server/policy/commands.ts'
import { addServicesOfArea } from '../server/register/commands/add-services-of-area.ts'
import type { Command } from './command.ts'
import { onInstallation } from './on-installation.ts'
import { type Given, inOneLine, missing, readOptions } from './options.ts'

const wanted = {
  options: {
    authority: 'text',
    name: 'text',
    pack: 'text',
    administrator: 'text',
    email: 'text',
    area: 'text',
  },
} as const

const needed = (given: Given) => [
  ...missing(given, 'authority', 'ID, a short name in lower case such as northfold'),
  ...missing(given, 'name', 'NAME, as pages show it: "Northfold Council"'),
  ...missing(given, 'pack', 'DIR, the folder of its policy: packs/wirral-2022'),
  ...missing(given, 'administrator', 'NAME, of the first administrator'),
  ...missing(given, 'email', 'ADDRESS, with which the first administrator signs in'),
]

/** What was set up: how many services, and the link of the first administrator. */
type SetUp = { readonly services: number; readonly link: Link | null }

/** Sets a council up in one unit of work: authority, policy, first administrator, and the services of its area. */
const setUp = (ground: Ground, given: Given): Promise<SetUp> => {
  const text = (name: string) => given.text(name) ?? ''
  const id = text('authority')
  return unitOfWork(ground, system('setup', [id]), 'write', async () => {
    const there = await db().selectFrom('authority').where('id', '=', id).select('id').executeTakeFirst()
    if (there)
      throw fault('option-wrong', {
        says: `The authority ${id} is already set up.`,
        next: 'Choose another id.',
      })
    const areas =
      given
        .text('area')
        ?.split(',')
        .map((area) => area.trim()) ?? []
    const files = await readPackFiles(text('pack'))
    await addAuthority({ id, name: text('name'), areas, invented: false }, text('pack'))
    await adoptPolicy(id, { files, sha256: hashOf(files) })
    const { link } = await invite(
      { id, name: text('name') },
      {
        name: text('administrator'),
        email: text('email'),
        roles: ['administrator'],
        access: [],
      },
    )
    return { services: await addServicesOfArea(), link }
  })
}

/** Sets up a live installation. */
export const setup: Command = {
  name: 'setup',
  summary: 'Sets up a council in a live installation: authority, policy, first administrator',
  usage:
    '--authority ID --name NAME --pack DIR --administrator NAME --email ADDRESS [--area "LOCAL AUTHORITY,..."]',
  examples: [
    [
      './plumbline setup --authority northfold --name "Northfold Council" --pack packs/wirral-2022 --administrator "Ada Birch" --email ada@northfold.example --area Northfold',
      'with PLUMBLINE_MODE=live or DATABASE_URL set',
    ],
  ],
  run: async (words, terminal) => {
    const given = readOptions(words, wanted)
    const faults = [...given.faults, ...needed(given)]
    for (const each of faults) terminal.say(inOneLine(each))
    if (faults.length > 0) return 2
    if (!/^[a-z][a-z0-9-]*$/.test(given.text('authority') ?? ''))
      throw fault(
        'option-wrong',
        {
          says: 'The id of an authority is lower-case letters, digits and hyphens.',
          next: 'Such as northfold.',
        },
        '--authority',
      )
    if (!isEmail(given.text('email') ?? ''))
      throw fault(
        'option-wrong',
        { says: 'This is not an email address.', next: 'Such as ada@northfold.example.' },
        '--email',
      )
    const settings = readSettings(process.env)
    if (settings.mode === 'demo')
      throw fault('option-wrong', {
        says: 'A demonstration is set up by itself, and holds invented councils only.',
        next: 'Set PLUMBLINE_MODE=live, and PLUMBLINE_DATA or DATABASE_URL to where the council’s data shall be.',
      })
    return onInstallation(terminal, async (ground) => {
      const { services, link } = await setUp(ground, given)
      terminal.out(
        `${given.text('name')} is set up, with ${services} services of its area from the register.`,
      )
      terminal.out(
        link
          ? `Start the server, and let ${given.text('administrator')} open this link to choose a password. It works once, until ${link.until}.\n${link.address}`
          : `${given.text('email')} has an account already, and is an administrator here too.`,
      )
      return 0
    })
  },
}
