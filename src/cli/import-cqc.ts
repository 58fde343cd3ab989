import { fault } from '../core/kit/problems.ts'
import { type Actor, system } from '../server/platform/actor.ts'
import { allowLongWork } from '../server/platform/database/long-work.ts'
import { db, type Ground, unitOfWork } from '../server/platform/database/unit-of-work.ts'
import { type FileReport, importCqcFile, type Progress } from '../server/register/commands/import-file.ts'
import { syncRegister } from '../server/register/commands/sync-register.ts'
import { ownClient } from '../server/register/cqc-api/own-client.ts'
import { neededCqcSettings } from '../server/register/cqc-api/settings.ts'
import type { Command, Terminal } from './command.ts'
import { onInstallation } from './on-installation.ts'
import { inOneLine, readOptions } from './options.ts'
import { reportInWords } from './report-in-words.ts'

const authorities = (ground: Ground): Promise<string[]> =>
  unitOfWork(ground, system('import cqc', []), 'read', async () =>
    (await db().selectFrom('authority').select('id').execute()).map(({ id }) => id),
  )

const every = 2000

/** Returns what tells the person watching how far it is, every few seconds. */
const telling = (what: string, terminal: Terminal): Progress => {
  let told = performance.now()
  return (rows) => {
    if (performance.now() - told < every) return
    told = performance.now()
    terminal.say(`${what}: ${rows} rows`)
  }
}

/** Takes files in, all in one transaction: a broken one changes nothing. */
const importFiles = (ground: Ground, actor: Actor, paths: readonly string[], terminal: Terminal) =>
  unitOfWork(ground, actor, 'write', async () => {
    await allowLongWork()
    const reports: FileReport[] = []
    for (const path of paths) reports.push(await importCqcFile(path, telling(path, terminal)))
    return reports
  }).catch((error: unknown) => {
    if (paths.length > 1) terminal.say(`Nothing was taken in of any of the ${paths.length} files:`)
    throw error
  })

const importApi = async (ground: Ground, actor: Actor, terminal: Terminal): Promise<FileReport[]> => {
  const client = ownClient(neededCqcSettings(process.env), terminal.say)
  return [await syncRegister(ground, actor, client, telling('CQC’s API', terminal))]
}

const paths = (words: readonly string[], api: boolean): void => {
  if (words.length === 0 && !api)
    throw fault('option-wrong', {
      says: 'No file was named.',
      next: 'Name one or more: ./plumbline import cqc FILE...',
    })
  if (words.length > 0 && api)
    throw fault('option-wrong', {
      says: 'Files and the API are imported one after the other.',
      next: 'Leave out --api, or the files.',
    })
}

/** What programs read, which is no more than what was promised them. */
const asJson = (files: readonly FileReport[]): string =>
  JSON.stringify(
    {
      files: files.map(({ file, format, rows, locations, rejected }) => ({
        file,
        format,
        rows,
        locations,
        rejected,
      })),
    },
    null,
    2,
  )

export const importCqc: Command = {
  name: 'import cqc',
  summary: 'Takes files of CQC’s public data into the register, or what its API says',
  usage: 'FILE... [--json], or --api [--json]',
  examples: [
    ['./plumbline import cqc data-sources/cqc/oldham_locations.ndjson.gz', 'reads records of CQC’s API'],
    ['./plumbline import cqc locations.ndjson --json', 'reports what it did as JSON'],
    ['CQC_API_KEY=... ./plumbline import cqc --api', 'fetches what changed in the councils’ areas'],
  ],
  exits: [
    [0, 'taken in; rows that could not be used are in the report, each with its reason'],
    [1, 'something went wrong in Plumbline: nothing was changed'],
    [2, 'asked wrongly, or one of the files cannot be used: nothing was changed, of no file'],
  ],
  run: async (words, terminal) => {
    const given = readOptions(words, { options: { json: 'flag', api: 'flag' }, anyWords: true })
    for (const each of given.faults) terminal.say(inOneLine(each))
    if (given.faults.length > 0) return 2
    paths(given.words, given.flag('api'))
    if (given.flag('api')) neededCqcSettings(process.env)
    return onInstallation(terminal, async (ground) => {
      const actor = system('import cqc', await authorities(ground))
      const files = given.flag('api')
        ? await importApi(ground, actor, terminal)
        : await importFiles(ground, actor, given.words, terminal)
      terminal.out(given.flag('json') ? asJson(files) : files.map(reportInWords).join('\n'))
      return 0
    })
  },
}
