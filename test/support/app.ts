import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '../../src/core/kit/days.ts'
import { plusMilliseconds } from '../../src/core/kit/days.ts'
import { type Role, roles } from '../../src/core/people/roles.ts'
import { eastmarch, people } from '../../src/server/demo/eastmarch.ts'
import { idOf } from '../../src/server/demo/ids.ts'
import { type Opened, openDatabase } from '../../src/server/open.ts'
import { type Actor, system } from '../../src/server/platform/actor.ts'
import { unitOfWork } from '../../src/server/platform/database/unit-of-work.ts'
import { createApp } from '../../src/server/platform/http/app.ts'
import { startWorkers } from '../../src/server/platform/jobs/work.ts'
import { routes, scheduled } from '../../src/server/slices.ts'
import { demonstrationLoadedAt } from './cluster.ts'
import { testDatabase } from './database.ts'

const origin = 'http://plumbline.test'

/** A person at a browser without JavaScript: keeps the cookie, sends forms, follows where it is sent. */
export type Person = {
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, fields: Readonly<Record<string, string>> | FormData) => Promise<Response>
  /** Sends JSON, as a device does. */
  readonly postJson: (path: string, body: object) => Promise<Response>
}

/** The application over a database of its own, with a clock that the test moves. */
export type TestApp = {
  readonly opened: Opened
  readonly app: ReturnType<typeof createApp>
  /** What was written to the log. */
  readonly said: string[]
  readonly signIn: (role: Role) => Promise<Person>
  readonly anyone: () => Person
  readonly work: <Result>(work: () => Promise<Result>, actor?: Actor) => Promise<Result>
  readonly read: <Result>(work: () => Promise<Result>, actor?: Actor) => Promise<Result>
  readonly clock: { now: Instant; advance: (milliseconds: number) => void }
  readonly close: () => Promise<void>
}

/** The system in Eastmarch: what tests act as where no person is needed. */
export const asEastmarch = system('test', [eastmarch.id])

/** Opens the application over a copy of a template. `workers` also runs later reactions. */
export const testApp = async (
  template: 'empty' | 'demo' = 'demo',
  { workers = false }: { workers?: boolean } = {},
): Promise<TestApp> => {
  const database = await testDatabase(template)
  const said: string[] = []
  const say = (text: string) => {
    said.push(text)
    if (process.env.PLUMBLINE_TEST_LOG) process.stderr.write(`${text}\n`)
  }
  const clock = {
    now: plusMilliseconds(demonstrationLoadedAt, 60 * 60 * 1000),
    advance: (milliseconds: number) => {
      clock.now = plusMilliseconds(clock.now, milliseconds)
    },
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'plumbline-files-'))
  const opened = await openDatabase(database.url, 'demo', say, dataFolder, () => clock.now)
  if (workers) await startWorkers(opened.boss, opened.ground, scheduled, say)
  const app = createApp(opened.ground, routes, say)
  const anyone = () => personAt(app)
  return {
    opened,
    app,
    said,
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

const personAt = (app: ReturnType<typeof createApp>): Person => {
  let cookie = ''
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await app.request(`${origin}${path}`, {
      ...init,
      headers: { cookie, origin, ...init.headers },
    })
    const given = response.headers.get('set-cookie')
    if (given) cookie = given.split(';')[0] ?? ''
    return response
  }
  return {
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

/** Waits until something holds, asking again without sleeping blindly. Fails after ten seconds. */
export const eventually = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + 10_000
  while (performance.now() < end) {
    if (await holds()) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`Did not come to pass within ten seconds: ${what}`)
}
