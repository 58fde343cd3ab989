/**
 * How long it is from the moment a person sends a concern until the page of its service shows the new proposal, at a
 * steady pace over a council of 200 services: the real server, over HTTP. Beside it, in the same run and at the same
 * pace, the same page asked for without anything recorded: that is the limit. Goal: p95 under two seconds.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock, today } from '../src/server/platform/clock.ts'
import { type Browser, makeConcern, record, signIn } from '../test/crash/concerns.ts'
import { startServer, stopServer } from '../test/crash/server.ts'

const services = 200
const perSecond = 20
const seconds = Number(process.argv[2] ?? 30)
const goal = 2000

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const pageOf = async ({ address, cookie }: Browser, path: string): Promise<string> => {
  const answer = await fetch(`${address}${path}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`)
  return answer.text()
}

const whyPage = (browser: Browser, service: string): Promise<string> =>
  pageOf(browser, `/services/${service}/why`)

/** How many care concerns the page counts; null where it counts none of any service. */
const countedOn = (page: string): number | null => {
  const block = page.slice(page.indexOf('id="care-concerns"'))
  const found = /Counted[^0-9]+([0-9]+)/.exec(block)
  return found === null ? null : Number(found[1])
}

type Rated = { readonly id: string; before: number }

/** The council's services whose page counts care concerns, with how many it counts now. */
const ratedServices = async (browser: Browser): Promise<readonly Rated[]> => {
  const ids = new Set<string>()
  for (let page = 1, size = -1; ids.size > size && ids.size < services; page += 1) {
    size = ids.size
    const list = await pageOf(browser, `/services?which=commissioned&page=${page}`)
    for (const [, id] of list.matchAll(/href="\/services\/([0-9a-f-]{36})"/g)) ids.add(id ?? '')
  }
  const rated: Rated[] = []
  for (const id of ids) {
    const before = countedOn(await whyPage(browser, id))
    if (before !== null) rated.push({ id, before })
  }
  return rated
}

/** Records a concern of today, and asks for the page until it counts all that were saved by then. */
const untilShown = async (browser: Browser, service: Rated, number: number): Promise<void> => {
  await record(browser, { ...makeConcern(number), service: service.id, occurred: today(systemClock) })
  service.before += 1
  const least = service.before
  for (let tries = 0; tries < 1000; tries += 1)
    if ((countedOn(await whyPage(browser, service.id)) ?? 0) >= least) return
  throw new Error(`The page of ${service.id} never counted ${least} concerns.`)
}

/** Begins a piece of work every so many milliseconds, whether those before have ended or not. Returns how long each took. */
const atPace = async (work: (number: number) => Promise<void>): Promise<readonly number[]> => {
  const begun = performance.now()
  const one = async (number: number): Promise<number> => {
    const start = begun + (number * 1000) / perSecond
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, start - performance.now())))
    await work(number)
    // From when it should have begun: a server that falls behind is not excused.
    return performance.now() - start
  }
  const times = await Promise.all(Array.from({ length: perSecond * seconds }, (_, number) => one(number)))
  return times.toSorted((first, second) => first - second)
}

const at = (times: readonly number[], share: number): number => times[Math.floor(times.length * share)] ?? 0
const inWords = (times: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${at(times, share).toFixed(0)} ms`).join(', ')

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'fact-to-proposal-'))
try {
  execFileSync(join(root, 'plumbline'), ['demo', '--services', String(services)], {
    env: { ...process.env, PLUMBLINE_DATA: folder, DATABASE_URL: '' },
    stdio: 'ignore',
  })
  const server = await startServer(folder)
  try {
    const browser = await signIn(server.address)
    const rated = await ratedServices(browser)
    const serviceOf = (number: number): Rated => {
      const service = rated[(number * 7) % rated.length]
      if (service === undefined) throw new Error('No page counts concerns')
      return service
    }
    for (let number = 0; number < perSecond; number += 1) await untilShown(browser, serviceOf(number), number)
    const alone = await atPace(async (number) => {
      await whyPage(browser, serviceOf(number).id)
    })
    const shown = await atPace((number) => untilShown(browser, serviceOf(number), number))
    say(`${rated.length} services rated, ${perSecond} a second for ${seconds} seconds`)
    say(`The page alone:              ${inWords(alone)}`)
    say(`From the fact to the page:   ${inWords(shown)}`)
    say(`p95 against the page alone:  ${(at(shown, 0.95) / at(alone, 0.95)).toFixed(1)}`)
    say(`Goal: p95 under ${goal} ms: ${at(shown, 0.95) < goal ? 'held' : 'MISSED'}`)
  } finally {
    await stopServer(server)
  }
} finally {
  await rm(folder, { recursive: true })
}
