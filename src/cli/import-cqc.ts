import { parseArgs } from 'node:util'
import { fault } from '../core/kit/problems.ts'
import { openInstallation } from '../server/open.ts'
import { system } from '../server/platform/actor.ts'
import { allowLongWork } from '../server/platform/database/long-work.ts'
import { db, type Ground, unitOfWork } from '../server/platform/database/unit-of-work.ts'
import { readSettings } from '../server/platform/settings.ts'
import { type FileReport, importCqcFile } from '../server/register/commands/import-file.ts'
import type { Command } from './command.ts'

const inWords = (report: FileReport): string => {
  const { added, changed, unchanged } = report.locations
  const counts = `${report.file} (${report.format}): ${report.rows} rows; locations: ${added} added, ${changed} changed, ${unchanged} unchanged; providers: ${report.providers}; rejected: ${report.rejected.length}`
  return [counts, ...report.rejected.map(({ row, reason }) => `  row ${row}: ${reason}`)].join('\n')
}

const authorities = (ground: Ground): Promise<string[]> =>
  unitOfWork(ground, system('import cqc', []), 'read', async () =>
    (await db().selectFrom('authority').select('id').execute()).map(({ id }) => id),
  )

export const importCqc: Command = {
  name: 'import cqc',
  summary: 'Takes files of CQC’s public data into the register',
  usage: 'FILE... [--json]',
  examples: [
    ['./plumbline import cqc data-sources/cqc/oldham_locations.ndjson.gz', 'reads records of CQC’s API'],
    ['./plumbline import cqc locations.ndjson --json', 'reports what it did as JSON'],
  ],
  run: async (words, terminal) => {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      strict: false,
      options: { json: { type: 'boolean' } },
    })
    if (positionals.length === 0)
      throw fault('option-wrong', {
        says: 'No file was named.',
        next: 'Name one or more: ./plumbline import cqc FILE...',
      })
    const unknown = Object.keys(values).find((name) => name !== 'json')
    if (unknown !== undefined)
      throw fault('option-wrong', {
        says: `There is no option --${unknown}.`,
        next: 'See ./plumbline import cqc --help',
      })
    const { ground, close } = await openInstallation(readSettings(process.env), 'command', terminal.say)
    try {
      const actor = system('import cqc', await authorities(ground))
      const files: FileReport[] = []
      // All files in one transaction: a broken one changes nothing.
      await unitOfWork(ground, actor, 'write', async () => {
        await allowLongWork()
        for (const path of positionals) {
          let told = performance.now()
          const progress = (rows: number) => {
            if (performance.now() - told < 2000) return
            told = performance.now()
            terminal.say(`${path}: ${rows} rows`)
          }
          files.push(await importCqcFile(path, progress))
        }
      })
      terminal.out(values.json === true ? JSON.stringify({ files }, null, 2) : files.map(inWords).join('\n'))
      return 0
    } finally {
      await close()
    }
  },
}
