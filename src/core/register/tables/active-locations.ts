import { z } from 'zod'
import { brandOf } from '../brand.ts'
import { cqcId } from '../cqc-id.ts'
import { type LocationKnowledge, stated } from '../knowledge.ts'
import { notRated } from '../rating.ts'
import { addressOf } from './address.ts'
import {
  bedsCell,
  dayCell,
  flagCell,
  listCell,
  neededCell,
  numberCell,
  phoneCell,
  textCell,
  websiteCell,
} from './cells.ts'
import { type Columns, plain } from './columns.ts'
import { schemeOf } from './scheme.ts'
import { type Table, tell } from './table.ts'
import { kindWorded, specialismWorded } from './wording.ts'

/**
 * The active locations, each month: the fullest of CQC's files. Its columns with names of people (registered
 * manager, nominated individual, main partner) are not named here, and so never read.
 */

const columns: Columns = {
  id: ['Location ID'],
  registered: ['Location HSCA start date'],
  dormant: ['Dormant (Y/N)', 'Dormant'],
  careHome: ['Care home?'],
  name: ['Location Name'],
  phone: ['Location Telephone Number'],
  website: ['Location Web Address'],
  beds: ['Care homes beds', 'Care homes beds at point location de-activated'],
  directorate: ['Location Inspection Directorate'],
  rating: ['Location Latest Overall Rating'],
  published: ['Publication Date'],
  inherited: ['Inherited Rating (Y/N)'],
  region: ['Location Region'],
  localAuthority: ['Location Local Authority'],
  line1: ['Location Street Address'],
  line2: ['Location Address Line 2'],
  town: ['Location City'],
  county: ['Location County'],
  postcode: ['Location Postal Code', 'Location Post Code'],
  uprn: ['Location UPRN ID'],
  latitude: ['Location Latitude'],
  longitude: ['Location Longitude'],
  brandId: ['Brand ID'],
  brandName: ['Brand Name'],
  providerId: ['Provider ID'],
  provider: ['Provider Name'],
}

const families = { kinds: 'Service type - ', specialisms: 'Service user band - ' }

const schema = z.object({
  id: cqcId,
  registered: dayCell,
  dormant: flagCell,
  careHome: flagCell,
  name: neededCell,
  phone: phoneCell,
  website: websiteCell,
  beds: bedsCell,
  directorate: textCell,
  rating: textCell,
  published: dayCell,
  inherited: flagCell,
  region: textCell,
  localAuthority: textCell,
  line1: textCell,
  line2: textCell,
  town: textCell,
  county: textCell,
  postcode: textCell,
  uprn: textCell,
  latitude: numberCell,
  longitude: numberCell,
  brandId: textCell,
  brandName: textCell,
  providerId: cqcId,
  provider: neededCell,
  kinds: listCell('|', kindWorded),
  specialisms: listCell('|', specialismWorded),
})
type Given = z.infer<typeof schema>

const ratingsOf = (given: Given): LocationKnowledge['ratings'] => {
  if (given.rating === undefined) return null
  const published = given.published ?? null
  const rating = {
    overall: given.rating ?? notRated,
    published,
    keyQuestions: [],
    service: null,
    scheme: schemeOf(published, false),
    inherited: given.inherited ?? false,
    report: null,
  }
  return { list: given.rating === null ? [] : [rating], complete: false }
}

const factsOf = (given: Given): LocationKnowledge['facts'] =>
  stated({
    name: given.name,
    providerId: given.providerId,
    careHome: given.careHome,
    beds: given.beds,
    dormant: given.dormant,
    kinds: given.kinds,
    specialisms: given.specialisms,
    directorate: given.directorate,
    localAuthority: given.localAuthority,
    region: given.region,
    postcode: given.postcode,
    address: addressOf(given),
    latitude: given.latitude,
    longitude: given.longitude,
    uprn: given.uprn,
    phone: given.phone,
    website: given.website,
    // Whatever stands in this file is registered on the day of the file.
    registered: { ...stated({ from: given.registered }), to: null },
    brand: given.brandId === undefined ? undefined : brandOf(given.brandId, given.brandName ?? null),
  })

/** The active locations. */
export const activeLocations: Table = {
  source: 'active-locations',
  expected:
    'CQC’s active locations as ODS, XLSX or CSV, with “Location ID” and “Location HSCA start date” among the headings of the sheet “HSCA_Active_Locations”',
  sheet: /^hscaactivelocations/,
  columns,
  families,
  needed: ['id', 'registered', 'careHome', 'name', 'postcode', 'localAuthority', 'providerId', 'provider'],
  isHeading: (cells) => {
    const headings = cells.map(plain)
    return headings.includes('locationid') && headings.includes('locationhscastartdate')
  },
  readRow: (row, producedOn) =>
    tell(schema, columns, row, (given) => ({
      knowledge: {
        id: given.id,
        source: 'active-locations',
        producedOn,
        facts: factsOf(given),
        ratings: ratingsOf(given),
        provider: { id: given.providerId, name: given.provider },
        latestCheck: null,
        latestReport: null,
      },
    })),
}
