/**
 * Rating a whole register from rows in the database, against the bare `group by` count of the same rows.
 *
 *     npm run bench:rating -- [--services 30000] [--rows 500000] [--rounds 7]
 */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '../src/server/platform/database/embedded/start.ts'
import { migrate } from '../src/server/platform/database/migrate.ts'
import { loadPack } from '../src/server/platform/packs.ts'
import { copyRows } from './rating/copy.ts'
import { fill } from './rating/history.ts'
import { type Reading, rateAll } from './rating/rate-all.ts'
import { type Rated, type Round, report } from './rating/report.ts'

const { values } = parseArgs({
  options: {
    services: { type: 'string', default: '30000' },
    rows: { type: 'string', default: '500000' },
    rounds: { type: 'string', default: '7' },
  },
})
const size = { services: Number(values.services), rows: Number(values.rows) }
const say = (text: string) => void process.stdout.write(`${text}\n`)

const groupBy = 'select service_id, kind, count(*) from intelligence_now group by service_id, kind'

const pack = await loadPack(fileURLToPath(new URL('../packs/wirral-2022', import.meta.url)))
if (!pack.ok) throw new Error('The pack has faults: run ./plumbline pack check packs/wirral-2022')
const { policy } = pack

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** As a page or a job reads: in a transaction, as the application's role, under row-level security. */
const asApplication = async (client: pg.Client, work: () => Promise<void>): Promise<void> => {
  await client.query('begin isolation level repeatable read read only')
  await client.query(`set local role plumbline_app`)
  await client.query(
    `select set_config('plumbline.authorities', '{bench}', true), set_config('plumbline.services', 'all', true)`,
  )
  await work()
  await client.query('commit')
}

/** Rates everything once, and notes how many services got which colour and how much memory it took. */
const rated = async (client: pg.Client, reading: Reading): Promise<Rated> => {
  const bands = new Map<string, number>()
  let services = 0
  let heap = 0
  const milliseconds = await timed(() =>
    rateAll(client, policy, reading, ({ overall }) => {
      const band = overall.band ?? 'not rated'
      bands.set(band, (bands.get(band) ?? 0) + 1)
      services += 1
      if (services % 1000 === 0) heap = Math.max(heap, process.memoryUsage().heapUsed)
    }),
  )
  return { milliseconds, bands, heap }
}

const oneRound = async (client: pg.Client): Promise<Round> => {
  const counting = await timed(() => copyRows(client, groupBy, () => {}))
  const everyRow = await rated(client, 'every-row')
  const withinReach = await rated(client, 'within-reach')
  // What is left out must not matter: else the shorter way would be a wrong one.
  assert.deepEqual([...withinReach.bands].sort(), [...everyRow.bands].sort())
  return { counting, everyRow, withinReach }
}

const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'))
const server = await startEmbedded({ dataFolder: folder, say, durable: false })
try {
  await migrate(server.url('plumbline'), [], () => {})
  const client = new pg.Client({ connectionString: server.url('plumbline') })
  await client.connect()
  say(`Making up ${size.rows} rows of ${size.services} services ...`)
  await fill(client, size)
  const rounds: Round[] = []
  await asApplication(client, async () => {
    for (let round = 0; round <= Number(values.rounds); round += 1) rounds.push(await oneRound(client))
  })
  await client.end()
  say(report(size, rounds))
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
