/** The real server in a process of its own, as people run it, for a drill that kills it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { joinEmbedded } from '../../src/server/platform/database/embedded/start.ts'
import { silently } from '../platform/embedded-folder.ts'

const start = fileURLToPath(new URL('../../src/start.js', import.meta.url))

export type Server = {
  readonly child: ChildProcess
  /** Resolves to its exit code when it is gone; null where it was killed. */
  readonly gone: Promise<number | null>
  /** Where it listens. */
  readonly address: string
  /** Its database, for whoever examines what it holds. */
  readonly database: string
  /** Its log, which grows. */
  readonly said: readonly string[]
  /** How long it took from the start of the process until it answered. */
  readonly seconds: number
}

/** Keeps what the server says. Resolves to its address when it says that. */
const listen = (child: ChildProcess, said: string[]): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  if (child.stderr === null) throw new Error('The server has no log')
  createInterface(child.stderr).on('line', (line) => {
    said.push(line)
    const address = /ready: (http:\S+)/.exec(line)?.[1]
    if (address !== undefined) resolve(address)
  })
  child.once('exit', () => reject(new Error(`The server left before it was ready:\n${said.join('\n')}`)))
  return promise
}

/** Starts the server on a data folder, durable as in production, and waits until it says that it is well. */
export const startServer = async (folder: string): Promise<Server> => {
  const began = performance.now()
  const child = spawn(process.execPath, [start, 'serve'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '',
      DATABASE_URL: '',
      PLUMBLINE_MODE: '',
      PLUMBLINE_DATA: folder,
      // The drill is one person with twelve hands.
      WRITES_PER_MINUTE: '100000',
      READS_PER_MINUTE: '100000',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const gone = once(child, 'exit').then(([code]) => code)
  const said: string[] = []
  const address = await listen(child, said)
  const health = await fetch(`${address}/health`)
  if (!health.ok) throw new Error(`The server is not well: ${health.status}`)
  const seconds = (performance.now() - began) / 1000
  const guest = await joinEmbedded({ dataFolder: folder, say: silently })
  const database = guest.url('plumbline')
  await guest.stop()
  return { child, gone, address, database, said, seconds }
}

/** Asks the server to end, and returns its exit code. */
export const stopServer = ({ child, gone }: Server): Promise<number | null> => {
  child.kill('SIGTERM')
  return gone
}
