/**
 * Takes a file of 100,000 cases in, validation included, against COPY of the same rows into the same tables.
 *
 *     npm run bench:intelligence -- [--rows 100000] [--services 400] [--rounds 3]
 */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { guessMapping } from '../src/core/intelligence/import/columns.ts'
import { addAuthority } from '../src/server/authorities/commands.ts'
import { takeTable } from '../src/server/intelligence/commands/take-table.ts'
import { headingIn } from '../src/server/intelligence/import/file-table.ts'
import { openDatabase } from '../src/server/open.ts'
import { system } from '../src/server/platform/actor.ts'
import { startEmbedded } from '../src/server/platform/database/embedded/start.ts'
import { allowLongWork } from '../src/server/platform/database/long-work.ts'
import { type Ground, unitOfWork } from '../src/server/platform/database/unit-of-work.ts'
import { hashOf, readPackFiles } from '../src/server/platform/packs.ts'
import { adoptPolicy } from '../src/server/policy/commands.ts'
import { addServices } from '../src/server/register/commands/add-service.ts'
import { copyIn, copyOut } from './import-intelligence/copy-in.ts'
import { serviceName, writeCases } from './import-intelligence/write-file.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    services: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '3' },
  },
})
const [rows, services] = [Number(values.rows), Number(values.services)]
const say = (text: string) => void process.stdout.write(`${text}\n`)
const council = system('bench', ['bench'])
const tables = ['intelligence', 'intelligence_version'] as const

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const found = async (): Promise<void> => {
  await addAuthority({ id: 'bench', name: 'Bench Council', areas: [], invented: true }, 'wirral-2022')
  const files = await readPackFiles(fileURLToPath(new URL('../packs/wirral-2022', import.meta.url)))
  await adoptPolicy('bench', { files, sha256: hashOf(files) })
  await addServices(
    Array.from({ length: services }, (_, number) => ({
      id: randomUUID(),
      authority: 'bench',
      location: null,
      name: serviceName(number),
      type: 'care-home',
      provider: 'Bench Care',
      place: 'Bench',
      postcode: 'ZZ1 1AA',
      population: 40,
      lead: null,
      invented: true,
    })),
  )
}

const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'))
const server = await startEmbedded({ dataFolder: folder, say, durable: false })
try {
  const url = server.url('plumbline')
  const opened = await openDatabase(url, 'live', () => {}, folder)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await unitOfWork(opened.ground, council, 'write', found)
  const file = join(folder, 'cases.csv')
  await writeCases(file, rows, services)
  const mapping = guessMapping(await headingIn(file))
  const take = (on: Ground) =>
    unitOfWork(on, council, 'write', async () => {
      await allowLongWork()
      const { report } = await takeTable({ authority: 'bench', source: 'Bench', mapping, keep: 'good' }, file)
      assert.equal(report.counts.new + report.counts.same, rows)
    })
  const empty = () => client.query(`truncate ${tables.toReversed().join(', ')} cascade`)
  const unrated: Ground = { ...opened.ground, reactions: [] }
  const ratios: number[] = []
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const importing = await timed(() => take(unrated))
    const again = await timed(() => take(unrated))
    const kept = [await copyOut(client, tables[0]), await copyOut(client, tables[1])] as const
    await empty()
    const copying = await timed(async () => {
      await client.query('begin')
      for (const [at, table] of tables.entries()) await copyIn(client, table, kept[at] ?? Buffer.alloc(0))
      await client.query('commit')
    })
    const { rows: counted } = await client.query('select count(*)::int as count from intelligence_version')
    assert.equal(counted[0]?.count, rows)
    await empty()
    const rated = await timed(() => take(opened.ground))
    await empty()
    // The first round is left out: in it the code is still being compiled.
    if (round > 0) ratios.push(importing / copying)
    say(
      `copy ${copying.toFixed(1)} s, import ${importing.toFixed(1)} s (${(importing / copying).toFixed(2)}), again ${again.toFixed(1)} s, with ratings ${rated.toFixed(1)} s`,
    )
  }
  await client.end()
  await opened.close()
  const median = ratios.toSorted((one, other) => one - other)[Math.floor(ratios.length / 2)] ?? 0
  say(`${rows} rows of ${services} services: import against COPY ${median.toFixed(2)}, goal 5`)
  process.exitCode = median <= 5 ? 0 : 1
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
