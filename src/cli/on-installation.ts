import { openInstallation } from '../server/open.ts'
import type { Ground } from '../server/platform/database/unit-of-work.ts'
import { readSettings } from '../server/platform/settings.ts'
import type { Terminal } from './command.ts'

/** Opens the installation for a command, and closes it whatever comes of the work. Returns what the work returns. */
export const onInstallation = async (
  terminal: Terminal,
  work: (ground: Ground) => Promise<number>,
): Promise<number> => {
  const { ground, close } = await openInstallation(readSettings(process.env), 'command', terminal.say)
  try {
    return await work(ground)
  } finally {
    await close()
  }
}
