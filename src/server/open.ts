import { resolve } from 'node:path'
import type { PgBoss } from 'pg-boss'
import type { Clock } from './platform/clock.ts'
import { systemClock } from './platform/clock.ts'
import { type Connection, connect } from './platform/database/connect.ts'
import { joinEmbedded, startEmbedded } from './platform/database/embedded/start.ts'
import { migrate } from './platform/database/migrate.ts'
import type { Ground } from './platform/database/unit-of-work.ts'
import { type Installation, ordinaryInstallation } from './platform/installation.ts'
import { jobsOf, openBoss, type Say } from './platform/jobs/jobs.ts'
import type { Settings } from './platform/settings.ts'
import { queues, reactions } from './slices.ts'

/** Everything that stands under the pages, open. `close` ends it in the right order and waits. */
export type Opened = {
  readonly ground: Ground
  readonly boss: PgBoss
  readonly close: () => Promise<void>
}

/** Returns a ground over a database that is already there: migrated, its connections open, jobs can be sent. */
export const openDatabase = async (
  url: string,
  mode: Settings['mode'],
  say: Say,
  dataFolder: string,
  clock: Clock = systemClock,
  installation: Installation = ordinaryInstallation,
): Promise<Opened> => {
  await migrate(url, queues, say)
  const connection: Connection = connect(url)
  const boss = openBoss(url, say)
  await boss.start()
  return {
    ground: {
      kysely: connection.kysely,
      clock,
      jobs: jobsOf(boss),
      reactions,
      mode,
      dataFolder,
      installation,
    },
    boss,
    close: async () => {
      await boss.stop({ graceful: true, timeout: 10_000 })
      // A connection of its own may end a moment later, by then perhaps with the server under it: no news any more.
      boss.removeAllListeners('error').on('error', () => {})
      await connection.pool.end()
    },
  }
}

/** The database server of an installation: where it is, and how to leave it. */
export type Server = { readonly url: string; readonly close: () => Promise<void> }

/**
 * Returns the database that the settings name: that of DATABASE_URL, or our own in the data folder, which the server
 * owns, and which a command joins where it runs already.
 */
export const openServer = async (
  settings: Settings,
  as: 'server' | 'command',
  say: Say,
  onExit: () => void = () => {},
): Promise<Server> => {
  if (settings.databaseUrl !== null) return { url: settings.databaseUrl, close: async () => {} }
  const options = { dataFolder: resolve(settings.dataFolder), say }
  const server =
    as === 'server'
      ? await startEmbedded({
          ...options,
          onExit: (problem) => {
            say(problem.message)
            onExit()
          },
        })
      : await joinEmbedded(options)
  return { url: server.url('plumbline'), close: () => server.stop() }
}

/** Opens the installation that the settings name, brought to the state of this version. */
export const openInstallation = async (
  settings: Settings,
  as: 'server' | 'command',
  say: Say,
  onExit: () => void = () => {},
): Promise<Opened> => {
  const server = await openServer(settings, as, say, onExit)
  try {
    const dataFolder = resolve(settings.dataFolder)
    const opened = await openDatabase(
      server.url,
      settings.mode,
      say,
      dataFolder,
      systemClock,
      settings.installation,
    )
    return {
      ...opened,
      close: async () => {
        await opened.close()
        await server.close()
      },
    }
  } catch (error) {
    await server.close()
    throw error
  }
}
