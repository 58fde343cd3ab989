import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from './errors.ts'

/** What a running PostgreSQL says of itself in `postmaster.pid`. */
export type PidFile = { readonly pid: number; readonly port: number; readonly ready: boolean }

const pathIn = (cluster: string): string => join(cluster, 'postmaster.pid')

/** Reads `postmaster.pid`. Undefined where no server runs, or one has only begun to write the file. */
export const readPidFile = async (cluster: string): Promise<PidFile | undefined> => {
  const text = await readFile(pathIn(cluster), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  })
  // Lines: pid, folder, start, port, socket folder, address, shared memory, state.
  const lines = text.split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : undefined
}

/** Removes the file of a server that is proven dead. PostgreSQL itself would not start while its pid is in use. */
export const removePidFile = (cluster: string): Promise<void> => rm(pathIn(cluster), { force: true })

/** Whether a process with this number lives. It can be another's: numbers are used again. */
export const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
