import { system } from '../server/platform/actor.ts'
import { db, type Ground, unitOfWork } from '../server/platform/database/unit-of-work.ts'
import type { Terminal } from './command.ts'
import { onInstallation } from './on-installation.ts'
import { type Given, inOneLine, missing, readOptions, type Wanted } from './options.ts'

/** Runs work over the installation as its operator, who acts for every authority of it. */
export const asOperator = async (
  terminal: Terminal,
  work: (ground: Ground) => Promise<string>,
): Promise<number> => {
  return onInstallation(terminal, async (ground) => {
    const ids = await unitOfWork(ground, system('operator', []), 'read', async () =>
      (await db().selectFrom('authority').select('id').execute()).map(({ id }) => id),
    )
    terminal.out(await unitOfWork(ground, system('operator', ids), 'write', () => work(ground)))
    return 0
  })
}

/** What a command takes, and which of it it cannot do without. */
type Asked = { readonly options: Wanted['options']; readonly needs: Readonly<Record<string, string>> }

/** Returns what was given, or null where something is wrong, which was then said. */
export const givenTo = (
  words: readonly string[],
  { options, needs }: Asked,
  terminal: Terminal,
): Given | null => {
  const read = readOptions(words, { options })
  const faults = [
    ...read.faults,
    ...Object.entries(needs).flatMap(([name, what]) => missing(read, name, what)),
  ]
  for (const each of faults) terminal.say(inOneLine(each))
  return faults.length > 0 ? null : read
}

/** The option by which an account is named. */
export const emailNeeded = { email: 'ADDRESS, with which the person signs in' } as const
