import { z } from 'zod'
import { brandOf } from '../brand.ts'
import { cqcId } from '../cqc-id.ts'
import { type LocationFacts, stated } from '../knowledge.ts'
import { notRated } from '../rating.ts'
import { addressOf } from './address.ts'
import { dayCell, flagCell, lateCell, neededCell, textCell } from './cells.ts'
import { type Columns, plain, type Row } from './columns.ts'
import { otherLocation, sameLocation, type Table, tell } from './table.ts'

/** The latest ratings, each month: for each location one row for each service and each key question. */

const columns: Columns = {
  id: ['Location ID'],
  name: ['Location Name'],
  careHome: ['Care Home?'],
  line1: ['Location Street Address'],
  line2: ['Location Address Line 2'],
  town: ['Location City'],
  postcode: ['Location Post Code', 'Location Postal Code'],
  localAuthority: ['Location Local Authority'],
  region: ['Location Region'],
  service: ['Service / Population Group'],
  domain: ['Domain', 'Key Question'],
  rating: ['Latest Rating'],
  published: ['Publication Date'],
  inherited: ['Inherited Rating (Y/N)'],
  url: ['URL'],
  providerId: ['Provider ID'],
  provider: ['Provider Name'],
  brandId: ['Brand ID'],
  brandName: ['Brand Name'],
}

const schema = z
  .object({
    id: cqcId,
    name: neededCell,
    careHome: flagCell,
    service: neededCell,
    domain: neededCell,
    rating: textCell,
    published: dayCell,
    inherited: flagCell,
    url: textCell,
    providerId: cqcId,
    provider: neededCell,
  })
  .refine(sameLocation, otherLocation)
type Given = z.infer<typeof schema>

/** Cells that may hold any text, so that their reading can wait until it is asked for. */
const placed = z.object({
  line1: lateCell,
  line2: lateCell,
  town: lateCell,
  postcode: lateCell,
  localAuthority: lateCell,
  region: lateCell,
  brandId: lateCell,
  brandName: lateCell,
})

const factsOf = (given: Given, row: Row): LocationFacts => {
  const place = placed.parse(row)
  return stated({
    name: given.name,
    providerId: given.providerId,
    careHome: given.careHome,
    address: addressOf(place),
    postcode: place.postcode,
    localAuthority: place.localAuthority,
    region: place.region,
    brand: place.brandId === undefined ? undefined : brandOf(place.brandId, place.brandName ?? null),
  })
}

const unlessOverall = (text: string): string | null => (text.toLowerCase() === 'overall' ? null : text)

/** The latest ratings. Rows of one location are gathered by `knowledgeOfRows`. */
export const latestRatings: Table = {
  source: 'latest-ratings',
  expected:
    'CQC’s latest ratings as ODS, XLSX or CSV, with “Location ID”, “Latest Rating” and “Domain” (before: “Key Question”) among the headings of the sheet “Locations”',
  sheet: /^locations$/,
  columns,
  families: {},
  needed: ['id', 'name', 'postcode', 'service', 'domain', 'rating', 'published', 'providerId', 'provider'],
  isHeading: (cells) => {
    const headings = cells.map(plain)
    return headings.includes('locationid') && headings.includes('latestrating')
  },
  readRow: (row, producedOn) =>
    tell(schema, columns, row, (given) => ({
      rating: {
        id: given.id,
        producedOn,
        facts: () => factsOf(given, row),
        provider: { id: given.providerId, name: given.provider },
        service: unlessOverall(given.service),
        domain: unlessOverall(given.domain),
        rating: given.rating ?? notRated,
        published: given.published ?? null,
        inherited: given.inherited ?? false,
      },
    })),
}
