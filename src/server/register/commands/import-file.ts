import { basename } from 'node:path'
import { matchKeyOf } from '../../../core/register/match-key.ts'
import { oneAhead } from '../files/one-ahead.ts'
import { recognise } from '../files/read-cqc-file.ts'
import { batchesOf, type RejectedRow, type Unidentified } from './batches.ts'
import { originOf } from './file-origin.ts'
import { finishImport } from './finish-import.ts'
import { takeKnowledge } from './import-locations.ts'
import { importProviders } from './import-providers.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Origin } from './origin.ts'
import { storedKnowledge } from './save-knowledge.ts'
import { type SavedLocations, saveLocations } from './save-locations.ts'
import { saveUnidentified } from './save-unidentified.ts'
import { nothingTaken, took } from './taken.ts'

/** What an import did with one file. */
export type FileReport = {
  readonly file: string
  readonly format: string
  readonly rows: number
  readonly locations: { readonly added: number; readonly changed: number; readonly unchanged: number }
  readonly rejected: readonly RejectedRow[]
  readonly providers: number
}

/** Whoever watches an import is told how far it is. */
export type Progress = (rows: number) => void | Promise<void>

const unmatched =
  'the register holds no location of this name and postcode yet; the row is kept, and taken in once a file with CQC’s ids brings one'
const nameless = 'it gives no postcode, and without one nothing tells which location of its name is meant'

/** Takes in what comes without ids. Returns what became of the locations that it is about, and the rows about none. */
const match = async (
  batch: readonly Unidentified[],
  origin: Origin,
): Promise<{ saved: SavedLocations; rejected: readonly RejectedRow[] }> => {
  const found = await saveUnidentified(
    batch.map(({ told }) => told),
    origin,
  )
  const locations = [...new Set([...found.values()].flat())]
  return {
    saved: await saveLocations(await storedKnowledge(locations)),
    rejected: batch
      .map(({ row, told }) => ({ row, key: matchKeyOf(told.facts) }))
      .filter(({ key }) => key === null || !found.has(key))
      .map(({ row, key }) => ({ row, reason: key === null ? nameless : unmatched })),
  }
}

/**
 * Takes one of CQC's files into the register, in the unit of work that it is called in: all of it, or, where the file
 * breaks off, nothing. Bad rows are reported with their reason, the good ones kept.
 * Throws `file-not-recognised`, `file-unreadable` and `file-broken`.
 */
export const importCqcFile = async (path: string, progress: Progress = () => {}): Promise<FileReport> => {
  const file = basename(path)
  const format = await recognise(path)
  const origin = await originOf(path, format)
  await oneAtATime()
  const seen = new Set<string>()
  const taken = nothingTaken()
  const rejected: RejectedRow[] = []
  const providers = new Set<string>()
  let rows = 0
  for await (const batch of oneAhead(batchesOf(format.read(path), origin, file))) {
    rows += batch.rows
    rejected.push(...batch.rejected)
    if (batch.located.length > 0) took(taken, await takeKnowledge(batch.located, origin, seen))
    if (batch.unidentified.length > 0) {
      const matched = await match(batch.unidentified, origin)
      took(taken, matched.saved)
      rejected.push(...matched.rejected)
    }
    if (batch.providers.length > 0) await importProviders(batch.providers)
    for (const { id } of batch.providers) providers.add(id)
    await progress(rows)
  }
  await finishImport(file, taken)
  return {
    file,
    format: format.name,
    rows,
    locations: { added: taken.added.size, changed: taken.changed.size, unchanged: taken.unchanged.size },
    rejected,
    providers: providers.size,
  }
}
