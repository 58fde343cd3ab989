/**
 * The public register of a council with 2,000 services of its area and 800 of its own, beside 57,000 locations of
 * England: requests a second of its page and its files, against a bare Hono route that serves the same bytes in the same
 * run. Goal: at least half. Then searches: goal p95 under 20 ms.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { addAuthority } from '../src/server/authorities/commands.ts'
import { openDatabase } from '../src/server/open.ts'
import { system } from '../src/server/platform/actor.ts'
import { startEmbedded } from '../src/server/platform/database/embedded/start.ts'
import { allowLongWork } from '../src/server/platform/database/long-work.ts'
import { db, type Ground, unitOfWork } from '../src/server/platform/database/unit-of-work.ts'
import { createApp } from '../src/server/platform/http/app.ts'
import { serverLimits } from '../src/server/platform/http/server-limits.ts'
import { hashOf, readPackFiles } from '../src/server/platform/packs.ts'
import { adoptPolicy } from '../src/server/policy/commands.ts'
import { routes } from '../src/server/slices.ts'
import { requestsPerSecond } from './load/load.ts'

const seconds = Number(process.argv[2] ?? 5)
const rounds = Number(process.argv[3] ?? 3)
const locations = 57_000
const inArea = 2000
const own = 800
const connections = Number(process.argv[4] ?? 50)
const council = { id: 'benchford', name: 'Benchford Council', areas: ['Benchford'], invented: true }
const say = (text: string) => void process.stdout.write(`${text}\n`)

const first =
  'Rowan Thornhay Kestrel Maple Larch Fernleigh Abbey Brook Willow Cedar Harbour Orchard Priory Meadow'
const second = 'House Lodge Court Grange Manor View Bank Park Hall Gardens Mount Place Cottage Fold'
const nameOf = (at: string) =>
  `(array['${first.split(' ').join("','")}'])[1 + ${at} % 14] || ' ' || (array['${second.split(' ').join("','")}'])[1 + (${at} / 14) % 14] || ' ' || ${at}`

/** All invented, and made by the database itself: only their number matters here. */
const fill = async (): Promise<void> => {
  await allowLongWork()
  await addAuthority(council, 'wirral-2022')
  const files = await readPackFiles(new URL('../packs/wirral-2022', import.meta.url).pathname)
  await adoptPolicy(council.id, { files, sha256: hashOf(files) })
  await sql
    .raw(`insert into cqc_location (id, provider_id, name, local_authority, town, postcode, care_home, service_type,
      rating_overall, rating_published, registered_from, invented, detail, digest, recorded_at)
    select 'INVENTED-' || at, 'INVENTED-P' || at % 30000, ${nameOf('at')},
      case when at <= ${inArea} then 'Benchford' else 'Elsewhere' end, 'Town ' || at % 40, 'ZZ' || at % 90 || ' 1AA',
      true, 'care-home', (array['Good','Outstanding','Requires improvement','Inadequate'])[1 + at % 4], '2025-03-01',
      '2018-04-01', true, '{}', md5(at::text), now()
    from generate_series(1, ${locations}) at`)
    .execute(db())
  await sql
    .raw(`insert into service (id, authority_id, location_id, name, service_type, commissioned, invented, place, postcode,
      provider_name, recorded_at)
    select gen_random_uuid(), '${council.id}', case when at <= ${inArea} then 'INVENTED-' || at end, ${nameOf('at')},
      'care-home', at > ${inArea}, true, 'Town ' || at % 40, 'ZZ' || at % 90 || ' 1AA', 'Provider ' || at % 300 || ' (invented)', now()
    from generate_series(1, ${inArea + own}) at`)
    .execute(db())
}

const listening = async (fetch: (request: Request) => Response | Promise<Response>) => {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1', serverOptions: serverLimits }, ({ port }) =>
    resolve(port),
  )
  return {
    address: `http://127.0.0.1:${await promise}`,
    close: () => new Promise((done) => server.close(done)),
  }
}

const rate = (url: string): Promise<number> => requestsPerSecond(url, connections, seconds)

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0

/** A route that does nothing but answer with the same bytes and headers. */
const bareFor = async (url: string) => {
  const answer = await fetch(url)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const type = answer.headers.get('content-type') ?? ''
  return listening(
    new Hono().get('/*', () => new Response(bytes, { headers: { 'content-type': type } })).fetch,
  )
}

const compare = async (address: string): Promise<boolean> => {
  let good = true
  for (const path of ['', '/services.csv', '/services.json']) {
    const url = `${address}/register/${council.id}${path}`
    const size = (await (await fetch(url)).arrayBuffer()).byteLength
    const bare = await bareFor(url)
    const [ours, theirs, shares]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round += 1) {
      const [mine, other] = [await rate(url), await rate(bare.address)]
      ours.push(mine)
      theirs.push(other)
      shares.push(mine / other)
    }
    await bare.close()
    good &&= middle(shares) >= 0.5
    say(
      `${path || 'the list page'} (${Math.round(size / 1024)} KB): ${Math.round(middle(ours))} a second, bare ${Math.round(middle(theirs))}, share ${middle(shares).toFixed(2)}`,
    )
  }
  return good
}

/** Names, names with a slip, postcodes and filters: none is asked twice, so that none is kept. */
const search = async (address: string): Promise<boolean> => {
  const [one, two] = [first.split(' '), second.split(' ')]
  const times: number[] = []
  for (let at = 0; at < 500; at += 1) {
    const [name = '', kind = ''] = [one[at % one.length], two[(at * 7) % two.length]]
    const words =
      [
        `${name} ${kind} ${at}`,
        `${name.slice(0, 2)}${name.slice(3)} ${kind}`,
        `ZZ${at % 90} 1AA`,
        `town ${at % 40}`,
      ][at % 4] ?? ''
    const query = new URLSearchParams({ q: words, rating: at % 3 === 0 ? 'Good' : '' })
    const asked = performance.now()
    const answer = await fetch(`${address}/register/${council.id}?${query}`)
    await answer.text()
    times.push(performance.now() - asked)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0
  say(
    `500 searches: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, longest ${at(0.999).toFixed(1)} ms`,
  )
  return at(0.95) < 20
}

/** How long it takes until a page is there again after something changed: the register is read anew. */
const afterChange = async (on: Ground, address: string): Promise<void> => {
  const times: number[] = []
  for (let at = 0; at < 20; at += 1) {
    await unitOfWork(on, system('bench', [council.id]), 'write', () =>
      sql`update service set name = ${`Rowan House ${randomUUID()}`} where id = (select min(id::text)::uuid from service)`.execute(
        db(),
      ),
    )
    const asked = performance.now()
    await (await fetch(`${address}/register/${council.id}`)).text()
    times.push(performance.now() - asked)
  }
  say(`the first page after a change: ${middle(times).toFixed(0)} ms, of 20`)
}

const folder = await mkdtemp(join(tmpdir(), 'public-'))
const server = await startEmbedded({ dataFolder: join(folder, 'data'), say: () => {} })
const opened = await openDatabase(server.url('plumbline'), 'live', () => {}, folder)
try {
  await unitOfWork(opened.ground, system('bench', [council.id]), 'write', fill)
  const ours = await listening(createApp(opened.ground, routes, say).fetch)
  const fast = await compare(ours.address)
  const quick = await search(ours.address)
  await afterChange(opened.ground, ours.address)
  await ours.close()
  process.exitCode = fast && quick ? 0 : 1
} finally {
  await opened.close()
  await server.stop()
  await rm(folder, { recursive: true })
}
