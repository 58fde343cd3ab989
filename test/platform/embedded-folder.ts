import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { joinEmbedded } from '../../src/server/platform/database/embedded/start.ts'

export const silently = (): void => {}

export const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'plumbline-embedded-'))

/** Stops a server that runs in a data folder, which a test that failed half-way can leave, and removes it. */
export const removeFolder = async (folder: string): Promise<void> => {
  if ((await readdir(folder)).includes('postgres'))
    await joinEmbedded({ dataFolder: folder, say: silently, durable: false }).then(
      (server) => server.stop(),
      silently, // A cluster that was broken on purpose does not start.
    )
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Returns an empty data folder, mode 700, that is removed after the test. */
export const dataFolder = async (test: TestContext): Promise<string> => {
  const folder = await makeFolder()
  test.after(() => removeFolder(folder))
  return folder
}

/** Runs one query in a session of its own. */
export const ask = async (connectionString: string, query: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString })
  client.on('error', silently)
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

/** Returns the process number of the server, from the file that it keeps. */
export const postmaster = async (folder: string): Promise<number> =>
  Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

export const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Waits until something holds, at most a minute: the machine may be busy. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 3_000; tries++) {
    if (await holds()) return
    await sleep(20)
  }
  throw new Error(`Did not come true in time: ${holds}`)
}
