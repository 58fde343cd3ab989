import type { LocationFacts } from '../knowledge.ts'
import type { LocationRecord } from '../location.ts'

type Facts = Omit<LocationRecord, 'id' | 'ratings'>

/** What holds where no source says anything. */
const unstated: Facts = {
  name: '',
  providerId: '',
  localAuthority: null,
  region: null,
  postcode: null,
  address: { lines: [], town: null, county: null },
  latitude: null,
  longitude: null,
  uprn: null,
  phone: null,
  website: null,
  registered: { from: null, to: null },
  brand: null,
  managerInPost: null,
  managerAbsentSince: null,
  careHome: false,
  beds: null,
  dormant: false,
  kinds: [],
  directorate: null,
  specialisms: [],
  relationships: [],
}

/** Returns what several sources state, newest first, field by field: each from the newest that states it. */
export const mergeFacts = (newestFirst: readonly LocationFacts[]): Facts => {
  const oldestFirst = newestFirst.toReversed()
  const address: Facts['address'] = Object.assign(
    {},
    unstated.address,
    ...oldestFirst.map((one) => one.address),
  )
  const registered: Facts['registered'] = Object.assign(
    {},
    unstated.registered,
    ...oldestFirst.map((one) => one.registered),
  )
  const merged: Facts = Object.assign({}, unstated, ...oldestFirst, { address, registered })
  const { brand, relationships } = merged
  // Nested things as well with their keys in one order, whether they were just read or come from the database.
  return {
    ...merged,
    brand: brand && { id: brand.id, name: brand.name },
    relationships: relationships.map(({ kind, id, name, reason }) => ({ kind, id, name, reason })),
  }
}
