import { resolve } from 'node:path'
import { openServer } from '../server/open.ts'
import { systemClock } from '../server/platform/clock.ts'
import { takeBackup } from '../server/platform/database/backup/take.ts'
import { readSettings } from '../server/platform/settings.ts'
import type { Command } from './command.ts'
import { inOneLine, readOptions } from './options.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Takes a backup of everything into a folder, while the server runs',
  usage: 'FOLDER',
  examples: [['./plumbline backup /tmp/plumbline-backup', 'into a folder that is not there yet']],
  run: async (words, terminal) => {
    const given = readOptions(words, { options: {}, words: ['FOLDER'] })
    for (const each of given.faults) terminal.say(inOneLine(each))
    const [folder] = given.words
    if (given.faults.length > 0 || folder === undefined) return 2
    const settings = readSettings(process.env)
    const server = await openServer(settings, 'command', terminal.say)
    try {
      const to = resolve(folder)
      const { url } = server
      const taken = await takeBackup(
        { url, dataFolder: resolve(settings.dataFolder), to, at: systemClock() },
        terminal.say,
      )
      const rows = taken.tables.reduce((sum, table) => sum + table.rows, 0)
      terminal.out(
        `The backup is in ${to}: ${rows} rows of ${taken.tables.length} tables, and ${taken.files.length} files.\nIt holds everything that was recorded. Keep it as safely as the original.`,
      )
      return 0
    } finally {
      await server.close()
    }
  },
}
