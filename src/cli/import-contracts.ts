import { basename } from 'node:path'
import { type FileReport, reportOf } from '../server/contracts/commands/take-rows.ts'
import { importRows } from '../server/contracts/commands/uploads.ts'
import { faultyRows } from '../server/contracts/import/faulty-rows.ts'
import { type FileRows, readFileRows } from '../server/contracts/import/file-rows.ts'
import { judgeFile } from '../server/contracts/import/judge-file.ts'
import { system } from '../server/platform/actor.ts'
import { type Ground, unitOfWork } from '../server/platform/database/unit-of-work.ts'
import { authorityFor } from './authority-for.ts'
import type { Command } from './command.ts'
import { importExits, importOptions, printed, writeToMend } from './import-rows.ts'
import { onInstallation } from './on-installation.ts'
import { type Given, inOneLine, readOptions } from './options.ts'

const inWords = ({ file, rows, contracts, rejected, report }: FileReport, preview: boolean): string => {
  const { added, changed, unchanged } = contracts
  const leftOut = report.filter(({ what }) => what === 'left out').length
  const counts = `${file}${preview ? ' (preview, nothing is taken in)' : ''}: ${rows} rows; contracts: ${added} added, ${changed} changed, ${unchanged} unchanged; left out: ${leftOut}; rejected: ${rejected.length}`
  return [counts, ...rejected.map(({ row, reasons }) => `  row ${row}: ${reasons.join('; ')}`)].join('\n')
}

const importFile = async (
  ground: Ground,
  given: Given,
  file: string,
  rows: FileRows,
): Promise<FileReport> => {
  const authority = await authorityFor(ground, given.text('authority'))
  const actor = system('import contracts', [authority])
  const keepsGood = given.flag('keep-good')
  const judged = await unitOfWork(ground, actor, 'read', () => judgeFile(authority, rows))
  const faulty = judged.filter(({ what }) => what === 'wrong').length
  await writeToMend(given, faulty, () => faultyRows(rows, judged))
  if (given.flag('preview')) return reportOf(file, judged, keepsGood)
  return unitOfWork(ground, actor, 'write', () => importRows(authority, file, rows, keepsGood))
}

/** Takes a file of contracts in: all of it, or with `--keep-good` its good rows. */
export const importContracts: Command = {
  name: 'import contracts',
  summary: 'Takes a file of contracts into the register of a council',
  usage: 'FILE [--preview] [--keep-good] [--to-mend FILE] [--authority ID] [--json]',
  examples: [
    ['./plumbline import contracts contracts.csv --preview', 'says what it would do, and changes nothing'],
    [
      './plumbline import contracts contracts.xlsx --keep-good --to-mend to-mend.csv',
      'takes the good rows in, and writes the others to a file, each with what to mend',
    ],
  ],
  exits: importExits,
  run: async (words, terminal) => {
    const given = readOptions(words, {
      options: importOptions,
      words: ['FILE'],
    })
    for (const each of given.faults) terminal.say(inOneLine(each))
    const [path] = given.words
    if (given.faults.length > 0 || path === undefined) return 2
    // Before the database is opened: a file that cannot be read starts nothing.
    const rows = await readFileRows(path)
    return onInstallation(terminal, async (ground) => {
      const report = await importFile(ground, given, basename(path), rows)
      return printed(given, terminal, {
        report,
        inWords: () => inWords(report, given.flag('preview')),
        faulty: report.rejected.length,
      })
    })
  },
}
