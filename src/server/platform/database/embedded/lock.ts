import type { Client } from 'pg'
import { saysOf } from './errors.ts'
import type { Running } from './find.ts'
import type { Passwords } from './passwords.ts'
import { openSession } from './session.ts'

/** Who starts a server: the app keeps it, a command stops it when it is done. */
export type Kind = 'app' | 'command'

/** The numbers of PostgreSQL advisory locks in the database `postgres`. */
const owner = 7_758_663
const guests = 7_758_664

/** Somebody else has the lock: who, as a part of a sentence. */
export type Taken = { readonly by: string; readonly kind: Kind | undefined }

const holderOf = async (session: Client): Promise<Taken> => {
  const { rows } = await session.query(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and classid = 0 and objid = $1 and granted`,
    [owner],
  )
  const [, kind, pid] = String(rows[0]?.name ?? '').split(' ')
  if (kind === 'app') return { by: `the Plumbline app, process ${pid}`, kind }
  if (kind === 'command') return { by: `a Plumbline command, process ${pid}`, kind }
  return { by: 'a process that has just ended', kind: undefined }
}

/**
 * Takes the lock of the data folder: an advisory lock in the server itself, held by the session returned.
 * The kernel closes the session when its process dies, however it dies, and the lock is free.
 */
export const takeLock = async (
  running: Running,
  passwords: Passwords,
  kind: Kind,
): Promise<Client | Taken> => {
  let session: Client | undefined
  try {
    session = await openSession(running.port, passwords, `plumbline ${kind} ${process.pid}`)
    const { rows } = await session.query('select pg_try_advisory_lock($1) as taken', [owner])
    if (rows[0]?.taken === true) return session
    const taken = await holderOf(session)
    await session.end()
    return taken
  } catch (error) {
    await session?.end()
    // The server is just being stopped by another. The caller looks again, and gives up after a while.
    return { by: `a process that is stopping it (${saysOf(error)})`, kind: undefined }
  }
}

/** Signs a command in as a guest of a server that another process owns. Undefined where that is just stopping. */
export const beGuest = async (running: Running, passwords: Passwords): Promise<Client | undefined> => {
  let session: Client | undefined
  try {
    session = await openSession(running.port, passwords, `plumbline guest ${process.pid}`)
    await session.query('select pg_advisory_lock_shared($1)', [guests])
    return session
  } catch {
    await session?.end()
    return undefined
  }
}

/** Waits until no guest is left. One that comes now waits in turn, and then starts a server of its own. */
export const guestsGone = async (session: Client): Promise<void> => {
  await session.query('select pg_advisory_lock($1)', [guests])
}
