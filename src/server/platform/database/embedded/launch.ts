import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '../../../../core/kit/problems.ts'
import { look, type Running } from './find.ts'
import { openLog, tailSince } from './log.ts'
import type { Passwords } from './passwords.ts'
import { patiently, sleep } from './patience.ts'
import type { Place } from './place.ts'
import { freePort } from './port.ts'
import { environment, nameOf, type Tools } from './run.ts'
import { settings } from './settings.ts'

/** Refuses a cluster of another major version, which PostgreSQL cannot read. */
export const checkVersion = async ({ cluster }: Place, { version }: Tools): Promise<void> => {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  const wanted = version.split('.')[0] ?? version
  if (found !== wanted) throw fault('embedded-version', { folder: cluster, found, wanted })
}

const untilFound = async (
  child: ChildProcess,
  place: Place,
  passwords: Passwords,
): Promise<Running | undefined> => {
  try {
    while (child.exitCode === null && child.signalCode === null) {
      const seen = await look(place, passwords)
      if (seen?.answer === 'ours') return seen.running
      await sleep(20)
    }
    return undefined
  } catch (error) {
    child.kill('SIGINT')
    throw error
  }
}

/** One try: returns the running server, ours or that of a start which was faster, or why there is none. */
const tryOnce = async (place: Place, tools: Tools, passwords: Passwords): Promise<Running | string> => {
  const log = await openLog(place, tools.account)
  try {
    const { size } = await log.stat()
    const words = ['-D', nameOf(place.cluster, tools.account), ...settings(place, await freePort())]
    const child = spawn(join(tools.bin, 'postgres'), words, {
      cwd: place.cluster,
      env: environment(),
      stdio: ['ignore', log.fd, log.fd],
      detached: true, // Else Ctrl-C in a terminal would end the server before us.
      ...tools.account,
    })
    await once(child, 'spawn')
    child.unref()
    return (await untilFound(child, place, passwords)) ?? (await tailSince(log, size))
  } finally {
    await log.close()
  }
}

/**
 * Starts PostgreSQL on a free port. Tries again when it ends at once: another program can take the port in
 * between, and the last processes of a server that was killed can hold its memory for a moment.
 */
export const launch = async (place: Place, tools: Tools, passwords: Passwords): Promise<Running> => {
  let why = ''
  for (const delay of [0, 200, 400, 800, 1_600]) {
    await sleep(delay)
    const tried = await patiently(place.say, 'Starting the database', tryOnce(place, tools, passwords))
    if (typeof tried !== 'string') return tried
    why = tried
  }
  throw fault('embedded-failed', { folder: place.cluster, why, log: place.log })
}
