import type {
  LocationKnowledge,
  ProviderKnowledge,
  UnidentifiedKnowledge,
} from '../../../core/register/knowledge.ts'
import type { LocationRecord } from '../../../core/register/location.ts'
import { readLocation } from '../../../core/register/location.ts'
import type { ProviderRecord } from '../../../core/register/provider.ts'
import { readProvider } from '../../../core/register/provider.ts'
import type { Read } from '../../../core/register/read.ts'
import type { Summary } from '../../../core/register/summary.ts'
import { readLocationSummary, readProviderSummary } from '../../../core/register/summary.ts'

/** What one record of CQC’s API turned out to be. */
type FoundRecord =
  | { readonly location: LocationRecord }
  | { readonly provider: ProviderRecord }
  | { readonly summary: Summary }
  | { readonly rejected: string }

/** What one row of a table turned out to be. */
type FoundRow =
  | { readonly knowledge: LocationKnowledge }
  | { readonly unidentified: UnidentifiedKnowledge }
  | { readonly providerKnowledge: ProviderKnowledge }

/** What one record or row of a file turned out to be. */
export type Found = FoundRecord | FoundRow

/** A record and where it stands: the line or row of the file, or the place in its list, from 1. */
export type CqcRow = {
  readonly row: number
  /** Where it was put together of several rows of the file: how many. */
  readonly rows?: number
} & Found

const found = <T>(read: Read<T>, as: (value: T) => FoundRecord): FoundRecord =>
  read.ok ? as(read.value) : { rejected: read.reason }

/**
 * Tells a record by its own keys, and reads it. A location also has a `providerId`: ask for `locationId` first.
 * Never quote the record in a reason, for it may hold names of people.
 */
export const readRecord = (json: unknown): FoundRecord => {
  const has = (key: string): boolean => typeof json === 'object' && json !== null && key in json
  if (has('locationId') && has('locationName') && !has('name'))
    return found(readLocationSummary(json), (summary) => ({ summary }))
  if (has('locationId')) return found(readLocation(json), (location) => ({ location }))
  if (has('providerId') && has('providerName') && !has('name'))
    return found(readProviderSummary(json), (summary) => ({ summary }))
  if (has('providerId')) return found(readProvider(json), (provider) => ({ provider }))
  return { rejected: 'expected a location or provider of CQC, with locationId or providerId' }
}

/** Returns the records of a list page, or null where a value is a record itself. */
export const entriesOf = (json: unknown): readonly unknown[] | null => {
  if (typeof json !== 'object' || json === null) return null
  if ('locations' in json && Array.isArray(json.locations)) return json.locations
  if ('providers' in json && Array.isArray(json.providers)) return json.providers
  return null
}
