import type { Fault } from '../../../../core/kit/problems.ts'
import { hold } from './hold.ts'
import { guestsGone, type Kind } from './lock.ts'
import { patiently } from './patience.ts'
import type { Place } from './place.ts'
import type { Tools } from './run.ts'
import type { Claim } from './seat.ts'
import { stopServer } from './stop.ts'

/** Holds a server that is ours, and returns what stops it. The lock is kept until it is gone. */
export const release = (
  place: Place,
  kind: Kind,
  claimed: Claim,
  tools: Tools,
  onExit: (problem: Fault) => void,
): (() => Promise<void>) => {
  const lock = hold(place, kind, claimed, onExit)
  const noGuests = () =>
    guestsGone(lock.session()).catch(() => {
      // The server has crashed, and nobody is its guest any more.
    })
  return async () => {
    // A command must not pull the server away from under another that joined it.
    if (kind === 'command')
      await patiently(place.say, 'Waiting for another Plumbline command to finish', noGuests())
    lock.letGo()
    await stopServer(place, claimed.running, tools)
    await lock.session().end()
  }
}
