import { z } from 'zod'
import type { Day } from '../../kit/days.ts'
import { cqcId } from '../cqc-id.ts'
import { stated } from '../knowledge.ts'
import { addressIn } from './address.ts'
import { dayCell, listCell, neededCell, numberCell, phoneCell, textCell, websiteCell } from './cells.ts'
import { type Columns, plain, type Row } from './columns.ts'
import { otherLocation, sameLocation, type Table, type Told, tell } from './table.ts'
import { isCareHome, kindWorded, specialismWorded } from './wording.ts'

/** The care directory, a CSV of every active location, each week since 2012; and subsets of it by others. */

const columns: Columns = {
  id: ['CQC Location ID (for office use only)', 'CQC Location (for office use only)', 'CQC Location ID'],
  name: ['Name'],
  address: ['Address'],
  postcode: ['Postcode'],
  phone: ['Phone number', 'Telephone'],
  website: ["Service's website (if available)", 'Website'],
  kinds: ['Service types', 'Type'],
  checked: ['Date of latest check'],
  specialisms: ['Specialisms/services'],
  provider: ['Provider name'],
  providerId: ['CQC Provider ID (for office use only)', 'CQC Provider ID'],
  localAuthority: ['Local authority', 'Area name'],
  region: ['Region'],
  url: ['Location URL'],
  latitude: ['lat'],
  longitude: ['lon'],
}

const described = z.object({
  name: neededCell,
  address: textCell,
  postcode: textCell,
  phone: phoneCell,
  website: websiteCell,
  kinds: listCell('|', kindWorded),
  checked: dayCell,
  specialisms: listCell('|', specialismWorded),
  localAuthority: textCell,
  region: textCell,
  latitude: numberCell,
  longitude: numberCell,
  url: textCell,
})
type Described = z.infer<typeof described>

const identified = described
  .extend({ id: cqcId, providerId: cqcId, provider: neededCell })
  .refine(sameLocation, otherLocation)

const knownOf = (row: Described, producedOn: Day | null, providerId?: string) => ({
  source: 'directory' as const,
  producedOn,
  facts: stated({
    name: row.name,
    providerId,
    address: row.address ? addressIn(row.address) : undefined,
    postcode: row.postcode,
    phone: row.phone,
    website: row.website,
    kinds: row.kinds,
    careHome: row.kinds && isCareHome(row.kinds),
    specialisms: row.specialisms,
    localAuthority: row.localAuthority,
    region: row.region,
    latitude: row.latitude,
    longitude: row.longitude,
  }),
  ratings: null,
  latestCheck: row.checked ?? null,
  latestReport: null,
})

const tellUnidentified = (row: Row, producedOn: Day | null): Told =>
  tell(described, columns, row, (given) => ({
    unidentified: { ...knownOf(given, producedOn), provider: null },
  }))

const tellIdentified = (row: Row, producedOn: Day | null): Told =>
  tell(identified, columns, row, ({ id, providerId, provider, ...given }) => ({
    knowledge: {
      id,
      ...knownOf(given, producedOn, providerId),
      provider: { id: providerId, name: provider },
    },
  }))

/** Each vintage of the directory; without a column for ids, its locations are to be matched by name and postcode. */
export const directory: Table = {
  source: 'directory',
  expected: 'CQC’s care directory as CSV, with a heading that begins with “Name” and has “Service types”',
  sheet: /^$/,
  columns,
  families: {},
  needed: ['name', 'address', 'postcode', 'kinds'],
  isHeading: (cells) => {
    const [first, ...others] = cells.map(plain)
    return first === 'name' && !others.includes('address1') && others.includes('postcode')
  },
  readRow: (row, producedOn) => (row.id === undefined ? tellUnidentified : tellIdentified)(row, producedOn),
}
