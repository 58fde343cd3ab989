import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What a child process tells: the server it has, or the fault that kept it from having one. */
export type Told =
  | { readonly url: string; readonly superuserUrl: string; readonly adopted: boolean }
  | { readonly fault: string; readonly message: string }

export type Child = {
  readonly pid: number
  readonly told: Promise<Told>
  readonly said: readonly string[]
  /** Ends its input, on which it stops its server, and waits for it to leave. */
  readonly stop: () => Promise<void>
  /** Kills it as the kernel would: nothing of it can be tidied up. */
  readonly kill: () => Promise<void>
}

export type Runner = {
  readonly program?: string
  readonly node?: string
  readonly account?: { readonly uid: number; readonly gid: number }
}

const here = fileURLToPath(new URL('embedded-child.ts', import.meta.url))

const tellings = async (child: ChildProcess, said: string[]): Promise<Told> => {
  assert.ok(child.stdout !== null)
  for await (const line of createInterface(child.stdout)) {
    const told = JSON.parse(line)
    if (told.said === undefined) return told
    said.push(told.said)
  }
  throw new Error(`The child process left without a word, with exit code ${child.exitCode}`)
}

/** Starts a process that starts (`app`) or joins (`command`) the embedded server of a folder. */
export const childProcess = (kind: 'app' | 'command', folder: string, runner: Runner = {}): Child => {
  const { program = here, node = process.execPath, account } = runner
  const child = spawn(node, [program, kind, folder], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    ...account,
  })
  const left = once(child, 'exit')
  const said: string[] = []
  const told = tellings(child, said)
  told.catch(() => {}) // Whoever awaits it is told.
  assert.ok(child.pid !== undefined)
  return {
    pid: child.pid,
    told,
    said,
    stop: async () => {
      child.stdin.end()
      await left
    },
    kill: async () => {
      child.kill('SIGKILL')
      await left
    },
  }
}

/** Returns the addresses a child has. Fails where it met a fault. */
export const served = async (child: Child) => {
  const told = await child.told
  assert.ok('url' in told, JSON.stringify(told))
  return told
}

/** Returns the fault a child met. Fails where it has a server. */
export const refused = async (child: Child) => {
  const told = await child.told
  assert.ok('fault' in told, JSON.stringify(told))
  return told
}
