import { serve as listen } from '@hono/node-server'
import { fault, isFault } from '../core/kit/problems.ts'
import { counted } from '../core/kit/words.ts'
import { api } from './api/door.ts'
import { isEmpty, loadDemonstration } from './demo/load.ts'
import { type Opened, openInstallation } from './open.ts'
import { countLocked } from './people/commands/reseal.ts'
import { councilOfProvider } from './people/queries/oidc.ts'
import { system } from './platform/actor.ts'
import { systemClock } from './platform/clock.ts'
import { unitOfWork } from './platform/database/unit-of-work.ts'
import { createApp } from './platform/http/app.ts'
import { serverLimits } from './platform/http/server-limits.ts'
import type { Say } from './platform/jobs/jobs.ts'
import { startWorkers } from './platform/jobs/work.ts'
import { type Log, openLog } from './platform/log/log.ts'
import type { Settings } from './platform/settings.ts'
import { routes, scheduled } from './slices.ts'

/** Resolves when the process is asked to end: Ctrl+C, a stop of the service, or its database gone. */
const asked = () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  return { promise, now: resolve }
}

/** Runs the server until it is asked to end. Returns the exit code. What it has to say, it writes by `write`. */
export const serve = async (settings: Settings, write: Say): Promise<number> => {
  const log = openLog(settings.logFormat, write, systemClock)
  try {
    return await serveWith(settings, log)
  } catch (error) {
    // A log of JSON has no other lines, also where the server does not start.
    if (settings.logFormat === 'text' || !isFault(error)) throw error
    log.say(error.message)
    return error.problem.exit
  }
}

const serveWith = async (settings: Settings, log: Log): Promise<number> => {
  const end = asked()
  let databaseGone = false
  const installation = await openInstallation(settings, 'server', log.say, () => {
    databaseGone = true
    end.now()
  })
  try {
    await serveOver(installation, settings, log, end.promise)
  } finally {
    log.say('Stopping. What was saved is safe.')
    await installation.close()
  }
  return databaseGone ? 1 : 0
}

const serveOver = async (
  { ground, boss }: Opened,
  settings: Settings,
  { say, request }: Log,
  end: Promise<void>,
): Promise<void> => {
  if (await isEmpty(ground)) {
    if (settings.mode === 'live') throw fault('not-set-up')
    await loadDemonstration(ground, say)
  }
  const { oidc } = settings.installation
  if (oidc !== null) await unitOfWork(ground, system('start', []), 'read', () => councilOfProvider(oidc))
  const locked = await unitOfWork(ground, system('start', []), 'read', countLocked)
  if (locked > 0)
    say(
      `The key of ${counted(locked, 'second step', 'second steps')} is not here: put it back, see docs/how-to/take-a-backup.md.`,
    )
  await startWorkers(boss, ground, scheduled, say)
  const stopping = { now: false }
  const app = createApp(ground, routes, say, () => stopping.now, request, [api])
  const listening = Promise.withResolvers<number>()
  const server = listen(
    { fetch: app.fetch, port: settings.port, hostname: settings.host, serverOptions: serverLimits },
    ({ port }) => listening.resolve(port),
  )
  server.once('error', (error) => listening.reject(cannotListen(error, settings)))
  const port = await listening.promise
  say(`Plumbline is ready: http://${settings.host}:${port}  (${settings.mode}; stop it with Ctrl+C)`)
  await end
  stopping.now = true
  await closed(server)
}

/** How long whoever is in the middle of a request has to end it. */
const patience = 10_000

/** Takes no new requests, lets those that are under way end, and ends those that do not. */
const closed = (server: ReturnType<typeof listen>): Promise<void> =>
  new Promise((done) => {
    const tooLong = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      patience,
    )
    server.close(() => {
      clearTimeout(tooLong)
      done()
    })
  })

const cannotListen = (error: Error, { host, port }: Settings): Error =>
  'code' in error && error.code === 'EADDRINUSE' ? fault('port-in-use', { host, port }) : error
