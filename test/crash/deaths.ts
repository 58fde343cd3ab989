/** The ways in which a server can die without a word. */
import { ask, postmaster } from '../platform/embedded-folder.ts'
import type { Server } from './server.ts'

const end = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself, a moment before.
  }
}

/** Returns the processes of the database, the postmaster first: it would tidy up after the death of another. */
const databaseProcesses = async (database: string, folder: string): Promise<readonly number[]> => {
  const others = await ask(database, 'select pid from pg_stat_activity where pid <> pg_backend_pid()')
  return [await postmaster(folder), ...others.map(({ pid }) => Number(pid))]
}

/** Each kills, and returns when Node is gone. */
export const deaths: Readonly<Record<string, (server: Server, folder: string) => Promise<void>>> = {
  'Node alone is killed, and PostgreSQL outlives it': async ({ child, gone }) => {
    child.kill('SIGKILL')
    await gone
  },
  'every process is killed at once': async ({ child, gone, database }, folder) => {
    for (const pid of await databaseProcesses(database, folder)) end(pid)
    child.kill('SIGKILL')
    await gone
  },
  'PostgreSQL alone is killed, and Node leaves by itself': async ({ gone, database }, folder) => {
    for (const pid of await databaseProcesses(database, folder)) end(pid)
    await gone
  },
}
