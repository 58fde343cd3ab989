import type { Passwords } from './passwords.ts'
import { sleep } from './patience.ts'
import { lives, readPidFile, removePidFile } from './pidfile.ts'
import type { Place } from './place.ts'
import { type Answer, askPort } from './session.ts'

/** A server that answers, and that is proven to be ours. */
export type Running = { readonly pid: number; readonly port: number }

type Look = { readonly answer: Answer; readonly running: Running; readonly ready: boolean }

/** Looks once at the server that the cluster names. Undefined where it names none that lives. */
export const look = async ({ cluster }: Place, passwords: Passwords): Promise<Look | undefined> => {
  const file = await readPidFile(cluster)
  if (file === undefined || !lives(file.pid)) return undefined
  const { pid, port, ready } = file
  return { answer: await askPort(port, cluster, passwords), running: { pid, port }, ready }
}

/** How long a server may live without opening its port, on a machine that is very busy. */
const silence = 20_000

/**
 * Returns the running server of the cluster, undefined where none runs. Waits for one that is just starting
 * or stopping. A server killed hard leaves its `postmaster.pid`; where its number now belongs to another
 * process, PostgreSQL would refuse to start, so the file is removed. Never do that to a living server: it
 * shuts down within a minute. Should it happen all the same, PostgreSQL's other lock, which goes by the
 * folder and not by the number, still keeps a second server out.
 */
export const findRunning = async (place: Place, passwords: Passwords): Promise<Running | undefined> => {
  for (const since = performance.now(); ; await sleep(50)) {
    const seen = await look(place, passwords)
    if (seen === undefined) return undefined
    if (seen.answer === 'ours') return seen.running
    if (seen.answer === 'starting or stopping') continue
    const dead = seen.answer === 'stranger' || (seen.answer === 'nobody' && seen.ready)
    if (!dead && performance.now() - since < silence) continue
    // Another start can have replaced it while we looked.
    if ((await readPidFile(place.cluster))?.pid === seen.running.pid) await removePidFile(place.cluster)
  }
}
