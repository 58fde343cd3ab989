import { z } from 'zod'
import { recordId } from './cqc-id.ts'
import { neededText, text } from './fields.ts'
import { type Read, read } from './read.ts'

/** An entry of CQC's list pages: that a location or provider exists, and its name. The rest must be fetched. */
export type Summary = {
  readonly of: 'location' | 'provider'
  readonly id: string
  readonly name: string
  readonly postcode: string | null
}

const location = z.object({ locationId: recordId, locationName: neededText, postalCode: text }).transform(
  (given): Summary => ({
    of: 'location',
    id: given.locationId,
    name: given.locationName,
    postcode: given.postalCode,
  }),
)

const provider = z
  .object({ providerId: recordId, providerName: neededText })
  .transform(
    (given): Summary => ({ of: 'provider', id: given.providerId, name: given.providerName, postcode: null }),
  )

/** Reads an entry of `GET /locations`. */
export const readLocationSummary = (json: unknown): Read<Summary> => read(location, json)

/** Reads an entry of `GET /providers`. */
export const readProviderSummary = (json: unknown): Read<Summary> => read(provider, json)
