import { basename } from 'node:path'
import type { LocationRecord } from '../../../core/register/location.ts'
import type { ProviderRecord } from '../../../core/register/provider.ts'
import { emit } from '../../platform/events/emit.ts'
import { readCqcFile, recognise } from '../files/read-cqc-file.ts'
import { addServicesOfArea } from './add-services-of-area.ts'
import { importLocations } from './import-locations.ts'
import { importProviders } from './import-providers.ts'

/** What an import did with one file. */
export type FileReport = {
  readonly file: string
  readonly format: string
  readonly rows: number
  readonly locations: { readonly added: number; readonly changed: number; readonly unchanged: number }
  readonly providers: number
  readonly rejected: readonly { readonly row: number; readonly reason: string }[]
}

/** Large enough for few queries, small enough for PostgreSQL's 65,535 parameters a query. */
const batchSize = 500

/** Whoever watches an import is told how far it is. */
export type Progress = (rows: number) => void

/**
 * Takes one of CQC's files into the register, in the unit of work that it is called in: all of it, or, where the file
 * breaks off, nothing. Bad rows are reported with their reason, the good ones kept.
 * Throws `file-not-recognised`, `file-unreadable` and `file-broken`.
 */
export const importCqcFile = async (path: string, progress: Progress = () => {}): Promise<FileReport> => {
  const format = await recognise(path)
  const [added, changed]: [string[], string[]] = [[], []]
  const rejected: { row: number; reason: string }[] = []
  let [rows, unchanged, providerCount] = [0, 0, 0]
  let locations: LocationRecord[] = []
  let providers: ProviderRecord[] = []
  const flush = async (): Promise<void> => {
    if (locations.length > 0) {
      const done = await importLocations(locations)
      added.push(...done.added)
      changed.push(...done.changed)
      unchanged += done.unchanged
      locations = []
    }
    if (providers.length > 0) {
      await importProviders(providers)
      providerCount += providers.length
      providers = []
    }
    progress(rows)
  }
  for await (const row of readCqcFile(path)) {
    rows += 1
    if ('rejected' in row) rejected.push({ row: row.row, reason: row.rejected })
    if ('location' in row) locations.push(row.location)
    if ('provider' in row) providers.push(row.provider)
    if (locations.length + providers.length >= batchSize) await flush()
  }
  await flush()
  const touched = [...new Set([...added, ...changed])]
  await addServicesOfArea(touched)
  if (touched.length > 0)
    await emit({
      kind: 'register.imported',
      authority: null,
      subject: { kind: 'file', id: basename(path) },
      payload: { source: basename(path), locations: touched },
    })
  return {
    file: basename(path),
    format: typeof format === 'string' ? format : format.name,
    rows,
    locations: { added: added.length, changed: changed.length, unchanged },
    providers: providerCount,
    rejected,
  }
}
