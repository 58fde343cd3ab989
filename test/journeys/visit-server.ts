import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../support/free-port.ts'
import type { Trouble } from '../visit/trouble.ts'

/** A server of visits that a test can kill and start again at the same address. */
export type VisitServer = {
  readonly origin: string
  readonly start: () => Promise<void>
  /** Kills the process as a power cut would. */
  readonly kill: () => Promise<void>
  readonly trouble: (kind: Trouble) => Promise<void>
  readonly remove: () => Promise<void>
}

const program = join(import.meta.dirname, '..', 'visit', 'offline-server.ts')

/** Returns a server that is not started yet, with a port and a state file of its own. */
export const visitServer = async (): Promise<VisitServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-visits-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  let running: ChildProcess | undefined

  const start = async (): Promise<void> => {
    const words = [program, String(port), join(folder, 'visits.json')]
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    running = child
    const ended = once(child, 'exit').then(() => {
      throw new Error('The server ended before it listened')
    })
    if (child.stdout) await Promise.race([once(child.stdout, 'data'), ended])
    ended.catch(() => {}) // from here on its end is the test's wish
  }
  const kill = async (): Promise<void> => {
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    running.kill('SIGKILL')
    await once(running, 'exit')
  }
  return {
    origin,
    start,
    kill,
    trouble: async (kind) => {
      const { ok, status } = await fetch(`${origin}/trouble/${kind}`, { method: 'POST' })
      if (!ok) throw new Error(`The server made no trouble: ${status}`)
    },
    remove: async () => {
      await kill()
      await rm(folder, { recursive: true })
    },
  }
}
