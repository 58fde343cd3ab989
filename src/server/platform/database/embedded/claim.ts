import { mkdir } from 'node:fs/promises'
import { fault } from '../../../../core/kit/problems.ts'
import { giveTo } from './account.ts'
import { createCluster, hasCluster } from './create.ts'
import { findRunning } from './find.ts'
import { checkVersion, launch } from './launch.ts'
import { type Kind, takeLock } from './lock.ts'
import { readPasswords } from './passwords.ts'
import { sleep } from './patience.ts'
import type { Place } from './place.ts'
import { asGuest, asOwner, type Claim, type Server } from './seat.ts'
import { toolsFor } from './tools.ts'

/** How long another holder may take to end: one that was killed a blink, a command as long as its work. */
const patience = { app: 2_000, command: 8_000 } as const

/** Starts the server of a cluster, which is made first where there is none. */
const begin = async (place: Place): Promise<Server> => {
  const tools = await toolsFor(place)
  if (!(await hasCluster(place))) await createCluster(place, tools)
  await checkVersion(place, tools)
  await giveTo(tools.account, place.cluster)
  const passwords = await readPasswords(place)
  if (passwords === undefined)
    throw fault('embedded-passwords', {
      folder: place.cluster,
      file: place.passwords,
      why: 'the file is missing',
    })
  return { running: await launch(place, tools, passwords), passwords, adopted: false }
}

const findOrBegin = async (place: Place): Promise<Server> => {
  const passwords = await readPasswords(place)
  const running = passwords && (await findRunning(place, passwords))
  return running === undefined || passwords === undefined
    ? begin(place)
    : { running, passwords, adopted: true }
}

/** Finds or starts the server of a data folder and takes its lock. A command that comes second is a guest. */
export const claim = async (place: Place, kind: Kind): Promise<Claim> => {
  await mkdir(place.folder, { recursive: true, mode: 0o700 })
  for (const since = performance.now(); ; await sleep(100)) {
    const server = await findOrBegin(place)
    const lock = await takeLock(server.running, server.passwords, kind)
    const another = 'by' in lock
    const seat = !another ? await asOwner(place, server, lock) : kind === 'command' && (await asGuest(server))
    if (seat) return seat
    if (another && performance.now() - since > patience[lock.kind ?? 'app'])
      throw fault('embedded-in-use', { folder: place.folder, holder: lock.by })
  }
}
