import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Anchor } from '../../core/audit/anchor.ts'
import { dayOf } from '../../core/kit/days.ts'
import type { Actor } from '../platform/actor.ts'
import { type Ground, now, unitOfWork } from '../platform/database/unit-of-work.ts'
import { chainNames, headsOf } from '../platform/events/heads.ts'
import { sealEvents } from '../platform/events/seal.ts'

/** Seals what is settled, and returns the heads of all chains: what to keep elsewhere. */
export const takeHead = async (on: Ground, actor: Actor): Promise<Anchor> => {
  await sealEvents(on, actor)
  return unitOfWork(on, actor, 'read', async () => ({
    format: 'plumbline-audit-head/1' as const,
    takenAt: now(),
    chains: (await headsOf(await chainNames())).map(({ chain, position, event, link }) => ({
      chain,
      position,
      event,
      link,
    })),
  }))
}

/** Returns an anchor as its file holds it. */
export const anchorText = (anchor: Anchor): string => `${JSON.stringify(anchor, null, 2)}\n`

/** Writes today's head into the folder `audit-heads` of the data folder, wholly or not at all. Returns its path. */
export const exportHead = async (on: Ground, actor: Actor): Promise<string> => {
  const anchor = await takeHead(on, actor)
  const path = join(on.dataFolder, 'audit-heads', `${dayOf(on.clock())}.json`)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.new`, anchorText(anchor), { mode: 0o600 })
  await rename(`${path}.new`, path)
  return path
}
