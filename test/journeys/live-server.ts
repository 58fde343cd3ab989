import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../support/free-port.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A live installation as its operator has it: commands, and a server that is started once. */
export type LiveServer = {
  readonly origin: string
  /** Runs a command of `./plumbline`. Returns what it printed; fails where it failed. */
  readonly command: (...words: readonly string[]) => Promise<string>
  /** `more`: settings of the environment beside the usual ones. */
  readonly start: (more?: Readonly<Record<string, string>>) => Promise<void>
  readonly remove: () => Promise<void>
}

/** Returns a live installation in a folder of its own, not set up yet. */
export const liveServer = async (): Promise<LiveServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-live-'))
  const port = await freePort()
  const environment = {
    PATH: process.env.PATH,
    PLUMBLINE_MODE: 'live',
    PLUMBLINE_DATA: join(folder, 'data'),
    PORT: String(port),
  }
  const run = (words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    spawn(join(root, 'plumbline'), words, { cwd: root, env: { ...environment, ...more } })
  let running: ReturnType<typeof run> | undefined

  const command = async (...words: readonly string[]): Promise<string> => {
    const child = run(words)
    let [out, said] = ['', '']
    child.stdout.on('data', (text) => {
      out += text
    })
    child.stderr.on('data', (text) => {
      said += text
    })
    const [code] = await once(child, 'close')
    if (code !== 0) throw new Error(`plumbline ${words.join(' ')}: ${said}`)
    return out
  }
  const start = async (more: Readonly<Record<string, string>> = {}): Promise<void> => {
    const child = run(['serve'], more)
    running = child
    const ready = Promise.withResolvers<void>()
    child.stderr.on('data', (text) => {
      if (String(text).includes('Plumbline is ready')) ready.resolve()
    })
    child.once('exit', (code) => ready.reject(new Error(`The server ended with ${code}`)))
    await ready.promise
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    command,
    start,
    remove: async () => {
      if (running && running.exitCode === null) {
        running.kill('SIGTERM')
        await once(running, 'exit')
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}
