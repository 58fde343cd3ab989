/**
 * Imports a generated full-size latest ratings ODS (324,000 rows, over 1 GB of XML) into an empty register, and compares
 * with streaming the same XML alone, in one run, each in a process of its own. Goal: at most 2 times as long, and under
 * 300 MB of memory.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SaxesParser } from 'saxes'
import { openDatabase } from '../src/server/open.ts'
import { system } from '../src/server/platform/actor.ts'
import { startEmbedded } from '../src/server/platform/database/embedded/start.ts'
import { allowLongWork } from '../src/server/platform/database/long-work.ts'
import { unitOfWork } from '../src/server/platform/database/unit-of-work.ts'
import { importCqcFile } from '../src/server/register/commands/import-file.ts'
import { openZip } from '../src/server/register/files/sheets/zip.ts'
import { writeLatestRatings } from './write-latest-ratings.ts'

type Run = { readonly seconds: number; readonly megabytes: number; readonly did: string }

/** Unpacks and parses the XML with a general parser, and does nothing with it. */
const streamAlone = async (path: string): Promise<string> => {
  await using archive = await openZip(path)
  const parser = new SaxesParser({ position: false })
  const decoder = new TextDecoder()
  let tags = 0
  parser.on('opentag', () => {
    tags += 1
  })
  for await (const chunk of archive.part('content.xml')) parser.write(decoder.decode(chunk, { stream: true }))
  return `${tags} tags`
}

const importInto = async (path: string, url: string, folder: string): Promise<string> => {
  const opened = await openDatabase(url, 'live', () => {}, folder)
  try {
    return await unitOfWork(opened.ground, system('bench', []), 'write', async () => {
      await allowLongWork()
      const { locations, rejected } = await importCqcFile(path)
      return `${JSON.stringify(locations)}, rejected ${rejected.length}`
    })
  } finally {
    await opened.close()
  }
}

const script = new URL(import.meta.url).pathname

/** Does one thing in a process of its own, with the options that `./plumbline` runs with. */
const apart = async (...words: readonly string[]): Promise<Run> => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-semi-space-size=8',
    '--heap-growing-percent=40',
    script,
    ...words,
  ])
  return JSON.parse(stdout) as Run
}

const beApart = async (what: string, path: string, url: string, folder: string): Promise<void> => {
  const begun = performance.now()
  const did = what === 'import' ? await importInto(path, url, folder) : await streamAlone(path)
  const seconds = (performance.now() - begun) / 1000
  const run: Run = { seconds, megabytes: process.resourceUsage().maxRSS / 1024, did }
  console.log(JSON.stringify(run))
}

const compare = async (rows: number): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'import-cqc-'))
  const server = await startEmbedded({ dataFolder: join(folder, 'data'), say: () => {} })
  try {
    const url = server.url('plumbline')
    const path = join(folder, '28_March_2025_Latest_ratings.ods')
    const bytes = await writeLatestRatings(path, rows)
    await (await openDatabase(url, 'live', () => {}, folder)).close()
    console.log(`${rows.toLocaleString('en-GB')} rows, ${Math.round(bytes / 2 ** 20)} MB of XML`)
    const alone = await apart('stream', path, url, folder)
    const whole = await apart('import', path, url, folder)
    const again = await apart('import', path, url, folder)
    for (const [name, run] of Object.entries({ 'XML alone': alone, import: whole, 'import again': again }))
      console.log(`${name}: ${run.seconds.toFixed(1)} s, at most ${Math.round(run.megabytes)} MB, ${run.did}`)
    console.log(`ratio ${(whole.seconds / alone.seconds).toFixed(2)}`)
    process.exitCode = whole.seconds <= 2 * alone.seconds && whole.megabytes < 300 ? 0 : 1
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

const [first = '324000', path, url, folder] = process.argv.slice(2)
if (path && url && folder) await beApart(first, path, url, folder)
else await compare(Number(first))
