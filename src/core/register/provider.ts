import { z } from 'zod'
import { recordId } from './cqc-id.ts'
import { list, neededText, text } from './fields.ts'
import { type Place, placeFields, placeOf } from './place.ts'
import { type Read, read } from './read.ts'

/**
 * A provider on CQC's register: the legal entity that runs locations. Its name is the register's, also where the
 * entity is an individual or a partnership. Contacts, partners, nominated individuals and related providers, who
 * are people too, are not read.
 */
export type ProviderRecord = Place & {
  readonly id: string
  readonly name: string
  /** Such as `Social Care Org`. */
  readonly type: string | null
  /** `Organisation`, `Partnership`, `Individual`, `NHS Body`. */
  readonly ownership: string | null
  readonly companyNumber: string | null
  readonly charityNumber: string | null
  /** All its locations, in England and deregistered ones too. */
  readonly locationIds: readonly string[]
}

const record = z
  .object({
    providerId: recordId,
    name: neededText,
    type: text,
    ownershipType: text,
    companiesHouseNumber: text,
    charityNumber: text,
    locationIds: list(recordId),
    ...placeFields,
  })
  .transform(
    (given): ProviderRecord => ({
      id: given.providerId,
      name: given.name,
      ...placeOf(given),
      type: given.type,
      ownership: given.ownershipType,
      companyNumber: given.companiesHouseNumber,
      charityNumber: given.charityNumber,
      locationIds: given.locationIds.toSorted(),
    }),
  )

/** Reads a provider as CQC's API gives it, `GET /providers/{id}`. */
export const readProvider = (json: unknown): Read<ProviderRecord> => read(record, json)
