import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '../../src/core/kit/days.ts'
import { plusMilliseconds } from '../../src/core/kit/days.ts'
import { type Role, roles } from '../../src/core/people/roles.ts'
import { api } from '../../src/server/api/door.ts'
import { eastmarch, people } from '../../src/server/demo/eastmarch.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { type Opened, openDatabase } from '../../src/server/open.ts'
import { type Actor, system } from '../../src/server/platform/actor.ts'
import { unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { createApp } from '../../src/server/platform/http/app.ts'
import { type Installation, ordinaryInstallation } from '../../src/server/platform/installation.ts'
import { startWorkers } from '../../src/server/platform/jobs/work.ts'
import { openLog } from '../../src/server/platform/log/log.ts'
import { routes, scheduled } from '../../src/server/slices.ts'
import { demonstrationLoadedAt } from './cluster.ts'
import { testDatabase } from './database.ts'

const origin = 'http://plumbline.test'

/** A person at a browser without JavaScript: keeps the cookie, sends forms, follows where it is sent. */
export type Person = {
  readonly cookies: ReadonlyMap<string, string>
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, fields: Readonly<Record<string, string>> | FormData) => Promise<Response>
  /** Sends JSON, as a device does. */
  readonly postJson: (path: string, body: object) => Promise<Response>
}

/** The application over a database of its own, with a clock that the test moves. */
export type TestApp = {
  readonly opened: Opened
  /** The address of its database. */
  readonly address: string
  readonly app: ReturnType<typeof createApp>
  /** Where its database is, for a command beside it. */
  readonly databaseUrl: string
  /** What was said to the log. */
  readonly said: string[]
  /** The log as a live installation writes it: a JSON object a line. */
  readonly logged: string[]
  readonly signIn: (role: Role) => Promise<Person>
  readonly anyone: (from?: Origin) => Person
  readonly work: <Result>(work: () => Promise<Result>, actor?: Actor) => Promise<Result>
  readonly read: <Result>(work: () => Promise<Result>, actor?: Actor) => Promise<Result>
  readonly clock: { now: Instant; advance: (milliseconds: number) => void }
  readonly close: () => Promise<void>
}

/** The system in Eastmarch: what tests act as where no person is needed. */
export const asEastmarch = system('test', [eastmarch.id])

/** What a test may choose: whether later reactions run, the mode, and what the installation decided. */
export type TestOptions = {
  readonly workers?: boolean
  readonly mode?: 'demo' | 'live'
  readonly installation?: Partial<Installation>
}

/** Opens the application over a copy of a template. `workers` also runs later reactions. */
export const testApp = async (
  template: 'empty' | 'demo' = 'demo',
  { workers = false, mode = 'demo', installation = {} }: TestOptions = {},
): Promise<TestApp> => {
  const database = await testDatabase(template)
  const said: string[] = []
  const logged: string[] = []
  const log = openLog(
    'json',
    (line) => void logged.push(line),
    () => clock.now,
  )
  const say = (text: string) => {
    said.push(text)
    log.say(text)
    if (process.env.PLUMBLINE_TEST_LOG) process.stderr.write(`${text}\n`)
  }
  const clock = {
    now: plusMilliseconds(demonstrationLoadedAt, 60 * 60 * 1000),
    advance: (milliseconds: number) => {
      clock.now = plusMilliseconds(clock.now, milliseconds)
    },
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'plumbline-files-'))
  const opened = await openDatabase(database.url, mode, say, dataFolder, () => clock.now, {
    ...ordinaryInstallation,
    address: origin,
    // The clock of a test stands: all that it reads falls into one minute.
    readsOfPerson: 100_000,
    readsOfSource: 100_000,
    ...installation,
  })
  if (workers) await startWorkers(opened.boss, opened.ground, scheduled, say)
  const app = createApp(opened.ground, routes, say, () => false, log.request, [api])
  const anyone = (from?: Origin) => personAt(app, from)
  return {
    opened,
    address: database.url,
    app,
    databaseUrl: database.url,
    said,
    logged,
    clock,
    anyone,
    signIn: async (role) => {
      const found = people.find((person) => person.role === role)
      if (!found) throw new Error(`The demonstration has no ${roles[role].name}`)
      const person = anyone()
      await person.post('/sign-in', { person: idOf(found.key), 'return-to': '/' })
      return person
    },
    work: (work, actor = asEastmarch) => unitOfWork(opened.ground, actor, 'write', work),
    read: (work, actor = asEastmarch) => unitOfWork(opened.ground, actor, 'read', work),
    close: async () => {
      await opened.close()
      await database.drop()
      await rm(dataFolder, { recursive: true })
    },
  }
}

/** Where somebody asks from: an address of the network, and headers that a proxy adds. */
export type Origin = {
  readonly source?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Cookies that the browser has already. */
  readonly cookies?: ReadonlyMap<string, string>
}

const keep = (jar: Map<string, string>, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
    if (/;\s*Max-Age=0\b/i.test(line)) jar.delete(name)
    else jar.set(name, value)
  }
}

/** Returns a person at a browser. */
export const personAt = (
  app: ReturnType<typeof createApp>,
  { source = '', headers = {}, cookies = new Map() }: Origin = {},
): Person => {
  const jar = new Map<string, string>(cookies)
  // What the server of Node passes on: who holds the other end of the connection.
  const connection = { incoming: { socket: { remoteAddress: source, remotePort: 1, remoteFamily: 'IPv4' } } }
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = { ...init, headers: { cookie, origin, ...headers, ...init.headers } }
    const response = await app.request(`${origin}${path}`, request, connection)
    keep(jar, response)
    return response
  }
  return {
    cookies: jar,
    get: (path) => send(path, {}),
    post: (path, fields) =>
      send(path, {
        method: 'POST',
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
      }),
    postJson: (path, body) =>
      send(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
  }
}

/** Waits until something holds, asking again without sleeping blindly. Fails after ten seconds, or as many as are given. */
export const eventually = async (
  what: string,
  holds: () => Promise<boolean>,
  seconds = 10,
): Promise<void> => {
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    if (await holds()) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`Did not come to pass within ${seconds} seconds: ${what}`)
}
