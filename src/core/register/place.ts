import type { z } from 'zod'
import type { Day } from '../kit/days.ts'
import { type Brand, brandOf } from './brand.ts'
import { dayField, number, text } from './fields.ts'

/** What locations and providers share: where they are, since when they are registered, whose brand they carry. */
export type Place = {
  readonly localAuthority: string | null
  readonly region: string | null
  readonly postcode: string | null
  readonly address: {
    readonly lines: readonly string[]
    readonly town: string | null
    readonly county: string | null
  }
  readonly latitude: number | null
  readonly longitude: number | null
  /** Unique property reference number. Text, as the phone number is: neither is ever added up. */
  readonly uprn: string | null
  readonly phone: string | null
  readonly website: string | null
  /** `to` is the last day of a registration that ended. */
  readonly registered: { readonly from: Day | null; readonly to: Day | null }
  readonly brand: Brand | null
}

/** What a record says about where it is. */
export const placeFields = {
  localAuthority: text,
  region: text,
  postalCode: text,
  postalAddressLine1: text,
  postalAddressLine2: text,
  postalAddressTownCity: text,
  postalAddressCounty: text,
  onspdLatitude: number,
  onspdLongitude: number,
  uprn: text,
  mainPhoneNumber: text,
  website: text,
  registrationDate: dayField,
  deregistrationDate: dayField,
  brandId: text,
  brandName: text,
}

/** Returns the place of a location or a provider as CQC gave it. */
export const placeOf = (given: z.infer<z.ZodObject<typeof placeFields>>): Place => ({
  localAuthority: given.localAuthority,
  region: given.region,
  postcode: given.postalCode,
  address: {
    lines: [given.postalAddressLine1, given.postalAddressLine2].filter((line) => line !== null),
    town: given.postalAddressTownCity,
    county: given.postalAddressCounty,
  },
  latitude: given.onspdLatitude,
  longitude: given.onspdLongitude,
  uprn: given.uprn,
  phone: given.mainPhoneNumber,
  website: given.website,
  registered: { from: given.registrationDate, to: given.deregistrationDate },
  brand: brandOf(given.brandId, given.brandName),
})
