import { z } from 'zod'

/** Most ids are numbered (`1-5203053560`); those of the NHS are its own codes (`RM317`, `5J501`), in capitals. */
const shape = /^(?:1-\d{1,20}|[A-Z0-9]{3,9})$/

const anId = 'expected an id of CQC, such as 1-123456789 or RM317'

/** An id of CQC's, of a location or a provider. */
export const cqcId = z.string(anId).trim().regex(shape, anId)

/**
 * The id in a record of CQC's API, which is its own word on what an id is: any short code. It stands in addresses and
 * in the database's keys, so that no other text may.
 */
export const recordId = z
  .string(anId)
  .trim()
  .regex(/^[\w-]{1,30}$/, anId)

/** Returns the id of the location that an address of CQC's website shows, or null where it shows none. */
export const locationIdIn = (url: string): string | null =>
  /\/(?:location|directory)\/([\w-]+)\/?$/i.exec(url.trim())?.[1]?.toUpperCase() ?? null
