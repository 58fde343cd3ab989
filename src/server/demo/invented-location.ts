import { type Day, day } from '../../core/kit/days.ts'
import type { LocationRecord } from '../../core/register/location.ts'
import type { InventedService } from './eastmarch.ts'

const keyQuestionNames = ['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led'] as const

/** The id under which an invented service stands in the register. No id of CQC's looks like it. */
export const inventedId = (service: InventedService): string => `INVENTED-${service.key}`

/** Returns an invented service as CQC's register would hold it on a day, or null where CQC does not regulate it. */
export const inventedLocation = (service: InventedService, on: Day): LocationRecord | null => {
  const { cqc } = service
  if (cqc === null) return null
  return {
    id: inventedId(service),
    name: service.name,
    providerId: `INVENTED-${service.provider}`,
    localAuthority: 'Eastmarch',
    region: null,
    postcode: service.postcode,
    address: { lines: [], town: service.place, county: null },
    latitude: null,
    longitude: null,
    uprn: null,
    phone: null,
    website: null,
    registered: { from: day('2018-04-01'), to: null },
    brand: null,
    managerInPost: true,
    managerAbsentSince: null,
    careHome: service.type === 'care-home',
    beds: service.population,
    dormant: false,
    kinds: [],
    directorate: 'Adult social care',
    specialisms: [],
    relationships: [],
    ratings:
      cqc.published > on
        ? []
        : [
            {
              overall: cqc.overall,
              published: day(cqc.published),
              keyQuestions: keyQuestionNames.map((name, index) => ({
                name,
                rating: cqc.keyQuestions[index] ?? cqc.overall,
              })),
              service: null,
              scheme: 'ratings-2014',
              inherited: false,
              report: null,
            },
          ],
  }
}
