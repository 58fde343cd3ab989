/** Searches a register of 57,000 invented locations, with words as people type them. Goal: p95 under 20 ms. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src/server/open.ts'
import { system } from '../src/server/platform/actor.ts'
import { startEmbedded } from '../src/server/platform/database/embedded/start.ts'
import { allowLongWork } from '../src/server/platform/database/long-work.ts'
import { unitOfWork } from '../src/server/platform/database/unit-of-work.ts'
import { importCqcFile } from '../src/server/register/commands/import-file.ts'
import { findLocations } from '../src/server/register/queries/find-locations.ts'

const count = Number(process.argv[2] ?? 57_000)
const searches = 500
const goal = 20

const first =
  'Rowan Thornhay Kestrel Maple Larch Fernleigh Abbey Brook Willow Cedar Harbour Orchard Priory Meadow'
const second = 'House Lodge Court Grange Manor View Bank Park Hall Gardens Mount Place Cottage Fold'
const third = 'Nursing Residential Homecare Support Medical Dental Surgery Living Care'
const places = 'Northfold Eastmarch Westerby Southwell Ashton Kirkby Newbridge Oakhampton Milltown Stowe'
const [firsts, seconds, thirds, towns] = [first, second, third, places].map((words) => words.split(' '))

const pick = (words: readonly string[] | undefined, at: number): string => words?.[at % words.length] ?? ''

const nameOf = (at: number): string =>
  `${pick(firsts, at)} ${pick(seconds, Math.floor(at / 14))} ${pick(thirds, Math.floor(at / 196))} ${at % 977}`

const postcodeOf = (at: number): string => `ZZ${at % 90} ${at % 10}${String.fromCharCode(65 + (at % 26))}B`

const rowOf = (at: number): string =>
  [
    ...[
      nameOf(at),
      '',
      `"${at} High Street,${pick(towns, at * 7)}"`,
      postcodeOf(at),
      '',
      '',
      'Residential homes',
    ],
    ...['', '', `Provider ${at % 30_000}`, pick(towns, at * 7), 'Nowhere', ''],
    ...[`1-${100_000_000 + at}`, `1-${200_000_000 + (at % 30_000)}`],
  ].join()

const heading =
  'Name,Also known as,Address,Postcode,Phone number,Website,Service types,Date of latest check,Specialisms/services,Provider name,Local authority,Region,Location URL,CQC Location ID (for office use only),CQC Provider ID (for office use only)'

/** What is typed: a name, with a slip of the finger, a part of it with the town, a postcode, an id. */
const typedAs = (at: number): string => {
  const [one, two, kind] = nameOf(at).split(' ')
  const slip = `${one?.slice(0, 2)}${one?.slice(3)} ${two}`
  return [
    `${one} ${two} ${kind}`,
    slip,
    `${one} ${pick(towns, at * 7)}`,
    postcodeOf(at),
    `1-${100_000_000 + at}`,
  ][at % 5] as string
}

const folder = await mkdtemp(join(tmpdir(), 'search-'))
const server = await startEmbedded({ dataFolder: join(folder, 'data'), say: () => {} })
const opened = await openDatabase(server.url('plumbline'), 'live', () => {}, folder)
const { ground } = opened
try {
  const file = join(folder, 'directory-2026-11-01.csv')
  await writeFile(file, [heading, ...Array.from({ length: count }, (_, at) => rowOf(at))].join('\n'))
  const begun = performance.now()
  const report = await unitOfWork(ground, system('bench', []), 'write', async () => {
    await allowLongWork()
    return importCqcFile(file)
  })
  console.log(
    `${report.locations.added.toLocaleString('en-GB')} locations imported in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  )
  const times: number[] = []
  let found = 0
  for (let at = 0; at < searches; at += 1) {
    const typed = typedAs((at * 7919) % count)
    const asked = performance.now()
    const results = await unitOfWork(ground, system('bench', []), 'read', () => findLocations(typed))
    times.push(performance.now() - asked)
    if (results.length > 0) found += 1
  }
  times.sort((one, other) => one - other)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0
  console.log(
    `${searches} searches, ${found} found something: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, longest ${at(0.999).toFixed(1)} ms`,
  )
  process.exitCode = at(0.95) < goal && found === searches ? 0 : 1
} finally {
  await opened.close()
  await server.stop()
  await rm(folder, { recursive: true })
}
