/**
 * Reads a generated full-size latest ratings ODS (324,000 rows, over 1 GB of XML) and compares with streaming the
 * same XML alone, in one run. Goal: at most 2 times as long, and under 300 MB of memory.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { readCqcFile } from '../src/server/register/files/read-cqc-file.ts'
import { openZip } from '../src/server/register/files/sheets/zip.ts'
import { writeLatestRatings } from './write-latest-ratings.ts'

const rows = Number(process.argv[2] ?? 324_000)

/** Runs something, and returns how long it took and the most memory that it was seen to hold. */
const measured = async (work: () => Promise<number>) => {
  let most = 0
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const begun = performance.now()
  const count = await work()
  clearInterval(look)
  return { count, seconds: (performance.now() - begun) / 1000, megabytes: most / 2 ** 20 }
}

/** Unpacks and parses the XML with a general parser, and does nothing with it. */
const streamAlone = async (path: string): Promise<number> => {
  await using archive = await openZip(path)
  const parser = new SaxesParser({ position: false })
  const decoder = new TextDecoder()
  let tags = 0
  parser.on('opentag', () => {
    tags += 1
  })
  for await (const chunk of archive.part('content.xml')) parser.write(decoder.decode(chunk, { stream: true }))
  return tags
}

const read = async (path: string): Promise<number> => {
  let count = 0
  for await (const row of readCqcFile(path)) count += row.rows ?? 1
  return count
}

const folder = await mkdtemp(join(tmpdir(), 'latest-ratings-'))
try {
  const path = join(folder, '28_March_2025_Latest_ratings.ods')
  const bytes = await writeLatestRatings(path, rows)
  console.log(`${rows.toLocaleString('en-GB')} rows, ${Math.round(bytes / 2 ** 20)} MB of XML`)
  const alone = await measured(() => streamAlone(path))
  const whole = await measured(() => read(path))
  for (const [name, run] of Object.entries({ 'XML alone': alone, 'read as knowledge': whole }))
    console.log(`${name}: ${run.seconds.toFixed(1)} s, at most ${Math.round(run.megabytes)} MB`)
  console.log(
    `${whole.count.toLocaleString('en-GB')} rows read; ratio ${(whole.seconds / alone.seconds).toFixed(2)}`,
  )
  process.exitCode =
    whole.count === rows && whole.seconds <= 2 * alone.seconds && whole.megabytes < 300 ? 0 : 1
} finally {
  await rm(folder, { recursive: true })
}
