import type { Day } from '../../core/kit/days.ts'
import type { LocationRecord } from '../../core/register/location.ts'
import type { InventedRating, InventedService } from './invented.ts'
import { inventedProviderId } from './make/providers.ts'

const keyQuestionNames = ['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led'] as const

/** The id under which an invented service stands in the register. No id of CQC's looks like it. */
export const inventedId = (service: InventedService): string => `INVENTED-${service.key}`

const ratingOf = ({
  overall,
  published,
  keyQuestions,
}: InventedRating): LocationRecord['ratings'][number] => ({
  overall,
  published,
  keyQuestions: keyQuestionNames.flatMap((name, index) => {
    const rating = keyQuestions[index]
    return rating === undefined ? [] : [{ name, rating }]
  }),
  service: null,
  scheme: 'ratings-2014',
  inherited: false,
  report: null,
})

/** CQC's words for what a service is. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'home-care': ['Homecare agencies'],
  'supported-living': ['Supported living'],
  'extra-care': ['Supported housing'],
  'gp-larc': ['Doctors/GPs'],
}

/** Returns an invented service as CQC's register would hold it on a day, or null where CQC does not regulate it then. */
export const inventedLocation = (
  service: InventedService,
  council: string,
  on: Day,
): LocationRecord | null => {
  const { cqc } = service
  if (cqc === null || cqc.registered > on) return null
  const careHome = service.type === 'care-home'
  return {
    id: inventedId(service),
    name: service.name,
    providerId: inventedProviderId(service.provider),
    localAuthority: council,
    region: null,
    postcode: service.postcode,
    address: { lines: [], town: service.place, county: null },
    latitude: null,
    longitude: null,
    uprn: null,
    phone: null,
    website: null,
    registered: { from: cqc.registered, to: null },
    brand: null,
    managerInPost: true,
    managerAbsentSince: null,
    careHome,
    beds: careHome ? service.population : null,
    dormant: false,
    kinds: kinds[service.type] ?? [],
    directorate: service.type === 'gp-larc' ? 'Primary medical services' : 'Adult social care',
    specialisms: [],
    relationships: [],
    ratings: cqc.ratings
      .filter(({ published }) => published <= on)
      .map(ratingOf)
      .toReversed(),
  }
}
