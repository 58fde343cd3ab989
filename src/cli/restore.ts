import { resolve } from 'node:path'
import { openServer } from '../server/open.ts'
import { restoreBackup } from '../server/platform/database/backup/restore.ts'
import { readSettings } from '../server/platform/settings.ts'
import { queues } from '../server/slices.ts'
import type { Command } from './command.ts'
import { inOneLine, readOptions } from './options.ts'

export const restore: Command = {
  name: 'restore',
  summary: 'Restores a backup into an empty data folder or database',
  usage: 'FOLDER',
  examples: [
    [
      'PLUMBLINE_DATA=/tmp/plumbline-restored ./plumbline restore /tmp/plumbline-backup',
      'into a data folder that is not there yet; then start the server with the same setting',
    ],
  ],
  run: async (words, terminal) => {
    const given = readOptions(words, { options: {}, words: ['FOLDER'] })
    for (const each of given.faults) terminal.say(inOneLine(each))
    const [folder] = given.words
    if (given.faults.length > 0 || folder === undefined) return 2
    const settings = readSettings(process.env)
    const server = await openServer(settings, 'command', terminal.say)
    try {
      const dataFolder = resolve(settings.dataFolder)
      const restored = await restoreBackup(
        { url: server.url, dataFolder, from: resolve(folder), queues },
        terminal.say,
      )
      const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0)
      terminal.out(
        `Restored what was known at ${restored.takenAt}: ${rows} rows of ${restored.tables.length} tables, and ${restored.files.length} files.`,
      )
      return 0
    } finally {
      await server.close()
    }
  },
}
