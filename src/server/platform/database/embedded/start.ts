import { resolve } from 'node:path'
import { type Fault, fault, isFault } from '../../../../core/kit/problems.ts'
import { claim } from './claim.ts'
import { codeOf, saysOf } from './errors.ts'
import type { Kind } from './lock.ts'
import { placeIn } from './place.ts'
import { release } from './release.ts'
import { address } from './session.ts'

/** Plumbline's own PostgreSQL, running. */
export type EmbeddedServer = {
  /** Returns the address of a database for `plumbline_owner`. It holds the password. */
  readonly url: (database: string) => string
  /** Returns the address of a database for the superuser, who sees every row whatever the policies. */
  readonly superuserUrl: (database: string) => string
  /** Stops the server and waits until it is gone. Leaves one running that belongs to another process. */
  readonly stop: () => Promise<void>
  /** Whether it was already running. */
  readonly adopted: boolean
}

export type EmbeddedOptions = {
  readonly dataFolder: string
  /** Told what takes over two seconds, and whatever a person should know. */
  readonly say: (line: string) => void
  /** False only for tests: a crash of the machine may then lose everything. */
  readonly durable?: boolean
  /** Called once where the server stops although nobody asked it to. Without it, `say` is told. */
  readonly onExit?: (problem: Fault) => void
}

const open = async (options: EmbeddedOptions, kind: Kind): Promise<EmbeddedServer> => {
  const { dataFolder, say, durable = true, onExit = (problem: Fault) => say(problem.message) } = options
  const place = placeIn(resolve(dataFolder), say, durable)
  const claimed = await claim(place, kind).catch((error: unknown) => {
    // A full disk, a folder that is not ours to write, a server with a trouble of its own.
    if (isFault(error) || codeOf(error) === '') throw error
    const { cluster: folder, log } = place
    throw Object.assign(fault('embedded-failed', { folder, log, why: `${saysOf(error)}.` }), { cause: error })
  })
  const { running, passwords, tools, adopted } = claimed
  const end = tools === undefined ? () => claimed.session.end() : release(place, kind, claimed, tools, onExit)
  let stopped: Promise<void> | undefined
  return {
    url: (database) => address('plumbline_owner', passwords.owner, running.port, database),
    superuserUrl: (database) => address('postgres', passwords.superuser, running.port, database),
    stop: () => {
      stopped ??= end()
      return stopped
    },
    adopted,
  }
}

/**
 * Starts Plumbline's own PostgreSQL in a data folder for the app, or adopts one that outlived the app's last
 * run. Refuses while another process owns that folder.
 *
 *     const server = await startEmbedded({ dataFolder: 'data', say: console.error })
 *     const pool = new Pool({ connectionString: server.url('plumbline') })
 *     await server.stop()
 */
export const startEmbedded = (options: EmbeddedOptions): Promise<EmbeddedServer> => open(options, 'app')

/** The same for a command: joins the server that runs in the data folder, else starts one until `stop`. */
export const joinEmbedded = (options: EmbeddedOptions): Promise<EmbeddedServer> => open(options, 'command')
