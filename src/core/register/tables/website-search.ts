import { z } from 'zod'
import type { Day } from '../../kit/days.ts'
import { cqcId } from '../cqc-id.ts'
import { stated } from '../knowledge.ts'
import { addressOf } from './address.ts'
import { dayCell, listCell, neededCell, phoneCell, textCell, websiteCell } from './cells.ts'
import { type Columns, plain, type Row } from './columns.ts'
import { otherLocation, sameLocation, type Table, type Told, tell } from './table.ts'
import { isCareHome, kindWorded, specialismWorded } from './wording.ts'

/** What the search of CQC's website exports: locations, and among them providers, which have no location's id. */

const columns: Columns = {
  id: ['CQC Location ID (for office use only)'],
  name: ['Name'],
  line1: ['Address 1'],
  line2: ['Address 2'],
  town: ['Town/City'],
  county: ['County'],
  postcode: ['Postcode'],
  phone: ['Phone number'],
  website: ['Website'],
  localAuthority: ['Local authority'],
  region: ['Region'],
  reported: ['Report publication date'],
  url: ['URL'],
  specialisms: ['Specialisms/services'],
  kinds: ['Service types'],
  provider: ['Provider name'],
  providerId: ['CQC Provider ID (for office use only)'],
}

const location = z
  .object({
    id: cqcId,
    name: neededCell,
    line1: textCell,
    line2: textCell,
    town: textCell,
    county: textCell,
    postcode: textCell,
    phone: phoneCell,
    website: websiteCell,
    localAuthority: textCell,
    region: textCell,
    reported: dayCell,
    url: textCell,
    specialisms: listCell(',', specialismWorded),
    kinds: listCell(',', kindWorded),
    provider: neededCell,
    providerId: cqcId,
  })
  .refine(sameLocation, otherLocation)

const provider = z.object({ providerId: cqcId, name: neededCell })

const isProvider = (row: Row): boolean => row.id?.trim() === '' && row.url?.includes('/provider/') === true

const tellProvider = (row: Row, producedOn: Day | null): Told =>
  tell(provider, columns, row, ({ providerId, name }) => ({
    providerKnowledge: { id: providerId, name, source: 'website-search', producedOn },
  }))

const tellLocation = (row: Row, producedOn: Day | null): Told =>
  tell(location, columns, row, (given) => ({
    knowledge: {
      id: given.id,
      source: 'website-search',
      producedOn,
      facts: stated({
        name: given.name,
        providerId: given.providerId,
        address: addressOf(given),
        postcode: given.postcode,
        phone: given.phone,
        website: given.website,
        localAuthority: given.localAuthority,
        region: given.region,
        kinds: given.kinds,
        careHome: given.kinds && isCareHome(given.kinds),
        specialisms: given.specialisms,
      }),
      ratings: null,
      provider: { id: given.providerId, name: given.provider },
      latestCheck: null,
      latestReport: given.reported ?? null,
    },
  }))

/** The export, in which a row without a location's id is that of a provider. */
export const websiteSearch: Table = {
  source: 'website-search',
  expected: 'an export of the search on CQC’s website as CSV, with “Name” and “Address 1” among its headings',
  sheet: /^$/,
  columns,
  families: {},
  needed: ['id', 'name', 'postcode', 'kinds', 'providerId', 'url'],
  isHeading: (cells) => {
    const [first, ...others] = cells.map(plain)
    return first === 'name' && others.includes('address1')
  },
  readRow: (row, producedOn) => (isProvider(row) ? tellProvider : tellLocation)(row, producedOn),
}
