import type { Client } from 'pg'
import { type Fault, fault, isFault } from '../../../../core/kit/problems.ts'
import { findRunning } from './find.ts'
import { type Kind, takeLock } from './lock.ts'
import type { Place } from './place.ts'
import type { Claim } from './seat.ts'

/** The session that holds the lock, for as long as nobody lets it go. */
export type Hold = { readonly session: () => Client; readonly letGo: () => void }

/**
 * Watches the session that holds the lock. It breaks when the server is gone, and also when PostgreSQL
 * restarts itself after one of its processes crashed: then the lock is free, and must be taken again.
 */
export const hold = (place: Place, kind: Kind, claimed: Claim, onExit: (problem: Fault) => void): Hold => {
  let { session } = claimed
  let held = true
  const lost = (problem: Fault) => {
    if (held) onExit(problem)
    held = false
  }
  const again = async (): Promise<void> => {
    const running = await findRunning(place, claimed.passwords)
    // Another process number is another start's server, at an address that nobody here knows.
    if (running?.pid !== claimed.running.pid)
      return lost(fault('embedded-exited', { folder: place.cluster, log: place.log }))
    const lock = await takeLock(running, claimed.passwords, kind)
    if ('by' in lock) return lost(fault('embedded-in-use', { folder: place.folder, holder: lock.by }))
    if (!held) return void lock.end()
    place.say('The database restarted itself after a crash of one of its processes. Its log says why.')
    session = lock
    watch()
  }
  const watch = (): void => {
    let over = false
    const ended = () => {
      if (over || !held) return
      over = true
      again().catch((error: unknown) =>
        lost(isFault(error) ? error : fault('embedded-exited', { folder: place.cluster, log: place.log })),
      )
    }
    session.once('end', ended)
    session.query('select').catch(ended) // It can have ended before anybody listened.
  }
  watch()
  return {
    session: () => session,
    letGo: () => {
      held = false
    },
  }
}
