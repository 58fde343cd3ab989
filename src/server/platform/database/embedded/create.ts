import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '../../../../core/kit/problems.ts'
import { giveTo, isNamed } from './account.ts'
import { saysOf } from './errors.ts'
import { fill } from './fill.ts'
import { patiently } from './patience.ts'
import { type Place, unfinished } from './place.ts'
import type { Tools } from './run.ts'

/** Whether the data folder has a complete cluster. */
export const hasCluster = ({ cluster }: Place): Promise<boolean> =>
  stat(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  )

/**
 * Makes the cluster under another name and renames it when it is complete, roles and database included.
 * A first start that is killed leaves nothing that looks like a cluster.
 */
export const createCluster = async (place: Place, tools: Tools): Promise<void> => {
  if (tools.account === undefined && !isNamed())
    throw fault('embedded-nameless', { uid: process.geteuid?.() ?? '' })
  const making = await mkdtemp(join(place.folder, unfinished))
  try {
    await giveTo(tools.account, making)
    await patiently(place.say, 'Preparing the database for the first time', fill(making, place, tools))
    await rename(making, place.cluster)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    if (!(await hasCluster(place))) throw error // Else another start was faster; its passwords are ours.
  }
}

/** Removes what killed first starts left behind. Only the holder of the lock may: nobody needs them then. */
export const sweepUnfinished = async ({ folder, say }: Place): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(unfinished)) continue
    // An initdb that outlived its start can still be writing.
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 }).catch((error: unknown) =>
      say(`${join(folder, name)} is of no use any more, and could not be removed: ${saysOf(error)}`),
    )
  }
}
