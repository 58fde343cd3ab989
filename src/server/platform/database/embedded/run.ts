import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Account } from './account.ts'

/** The PostgreSQL programs, and who runs them. */
export type Tools = { readonly bin: string; readonly version: string; readonly account: Account | undefined }

/**
 * The whole environment of PostgreSQL's programs. Ours is not passed on: it can hold secrets that another
 * account would then be able to read, and PG... variables that would change what the programs do.
 */
export const environment = (): Record<string, string> => ({
  LC_ALL: 'C',
  PATH: process.env.PATH ?? '',
  ...(process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot }),
})

/**
 * Returns how a program names the folder it was started in. An account that may not walk down to a folder
 * can still be put into it: Node enters the folder while it is still root, and then changes the account.
 */
export const nameOf = (folder: string, account: Account | undefined): string =>
  account !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : folder

/** Runs a program in a folder to its end. Rejects only where it could not be started. */
export const run = (
  { bin, account }: Pick<Tools, 'bin' | 'account'>,
  program: 'postgres' | 'initdb' | 'pg_ctl',
  words: readonly string[],
  folder: string,
  input = '',
): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(join(bin, program), words, { cwd: folder, env: environment(), ...account })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    child.stdin.on('error', () => {}) // It ended before it read everything; its exit code tells why.
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: output.trim() }))
  })
