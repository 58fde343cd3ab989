import { basename } from 'node:path'
import {
  fitsHeading,
  guessMapping,
  type Mapping,
  mappingErrors,
} from '../core/intelligence/import/columns.ts'
import { fault } from '../core/kit/problems.ts'
import { previewTable, takeTable } from '../server/intelligence/commands/take-table.ts'
import { headingIn } from '../server/intelligence/import/file-table.ts'
import type { Report } from '../server/intelligence/import/report.ts'
import { toMend } from '../server/intelligence/import/to-mend.ts'
import { mappingFor } from '../server/intelligence/queries/files.ts'
import { system } from '../server/platform/actor.ts'
import { allowLongWork } from '../server/platform/database/long-work.ts'
import { type Ground, unitOfWork } from '../server/platform/database/unit-of-work.ts'
import { authorityFor } from './authority-for.ts'
import type { Command } from './command.ts'
import { importExits, importOptions, printed, writeToMend } from './import-rows.ts'
import { onInstallation } from './on-installation.ts'
import { type Given, inOneLine, readOptions } from './options.ts'

const inWords = (file: string, { rows, counts, wrong, taken }: Report): string => {
  const state = taken === null ? ' (preview, nothing is taken in)' : taken ? '' : ' (nothing was taken in)'
  const line = `${file}${state}: ${rows} rows; new ${counts.new}, changed ${counts.changed}, here already ${counts.same}, twice in the file ${counts.duplicate}, to mend ${counts.wrong}`
  return [line, ...wrong.map(({ row, notes }) => `  row ${row}: ${notes.join('; ')}`)].join('\n')
}

/** The columns as somebody mapped them by page; else what their names tell, where that is enough. */
const mappingOf = async (authority: string, source: string, heading: readonly string[]): Promise<Mapping> => {
  const known = await mappingFor(authority, source)
  const mapping = known !== null && fitsHeading(known, heading) ? known : guessMapping(heading)
  const [first] = mappingErrors(mapping)
  if (first === undefined) return mapping
  throw fault(
    'option-wrong',
    {
      says: `The columns of ${source} are not known, and their names do not tell enough.`,
      next: `Send one file by the page Import intelligence, and say there which column holds what. ${first.text}.`,
    },
    '--source',
  )
}

const carryOut = async (ground: Ground, given: Given, path: string, source: string) => {
  const authority = await authorityFor(ground, given.text('authority'))
  const preview = given.flag('preview')
  return unitOfWork(
    ground,
    system('import intelligence', [authority]),
    preview ? 'read' : 'write',
    async () => {
      await allowLongWork()
      const mapping = await mappingOf(authority, source, await headingIn(path))
      const of = { authority, source, mapping }
      return preview
        ? previewTable(of, path)
        : takeTable({ ...of, keep: given.flag('keep-good') ? 'good' : 'all' }, path)
    },
  )
}

/** Takes a file of another system in: all of it, or with `--keep-good` its good rows. */
export const importIntelligence: Command = {
  name: 'import intelligence',
  summary: 'Takes a file of concerns, enquiries and complaints of another system in',
  usage: 'FILE --source NAME [--preview] [--keep-good] [--to-mend FILE] [--authority ID] [--json]',
  examples: [
    [
      './plumbline import intelligence cases.csv --source "Case system" --preview',
      'says what it would do, and changes nothing',
    ],
    [
      './plumbline import intelligence cases.xlsx --source "Case system" --keep-good --to-mend to-mend.csv',
      'takes the good rows in, and writes the others to a file, each with what to mend',
    ],
  ],
  exits: importExits,
  run: async (words, terminal) => {
    const given = readOptions(words, {
      options: { ...importOptions, source: 'text' },
      words: ['FILE'],
    })
    for (const each of given.faults) terminal.say(inOneLine(each))
    const [path] = given.words
    const source = given.text('source')
    if (given.faults.length === 0 && source === undefined)
      terminal.say('--source is missing: name the system that the file comes from.')
    if (given.faults.length > 0 || path === undefined || source === undefined) return 2
    // Before the database is opened: a file that cannot be read starts nothing.
    await headingIn(path)
    return onInstallation(terminal, async (ground) => {
      const { heading, report } = await carryOut(ground, given, path, source)
      const faulty = report.counts.wrong
      await writeToMend(given, faulty, () => toMend(heading, report))
      return printed(given, terminal, { report, inWords: () => inWords(basename(path), report), faulty })
    })
  },
}
