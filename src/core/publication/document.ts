import { z } from 'zod'
import type { PublicService } from './public-service.ts'
import { cqcAddress, licence, type PublicRegister } from './register.ts'

const day = z.iso.date()

const service = z.strictObject({
  id: z.uuid().describe('Our number of the service. It stays the same.'),
  name: z.string(),
  type: z.strictObject({ id: z.string(), name: z.string() }),
  place: z.string().nullable(),
  postcode: z.string().nullable().describe('Only where CQC publishes it'),
  provider: z.string().nullable().describe('Who runs the service'),
  commissioned: z.boolean().describe('Whether the council buys care there'),
  cqc: z
    .strictObject({
      location: z.string().nullable().describe('CQC’s number; null for an invented service'),
      url: z.url().nullable(),
      rating: z.enum(['Outstanding', 'Good', 'Requires improvement', 'Inadequate']).nullable(),
      ratedOn: day.nullable(),
      registeredFrom: day.nullable(),
    })
    .nullable()
    .describe('Null where CQC does not regulate the service'),
  suspended: z
    .strictObject({ since: day, what: z.string() })
    .nullable()
    .describe('New placements; null where there is none, or where the council publishes none'),
  invented: z.boolean().describe('Made up for a demonstration'),
  page: z.string().describe('The service’s page here, as a path'),
})

/** `/register/COUNCIL/services.json`: the whole register, or what was asked for of it. */
export const registerDocument = z.strictObject({
  authority: z.strictObject({ id: z.string(), name: z.string(), invented: z.boolean() }),
  licence: z.strictObject({ name: z.string(), url: z.url(), attribution: z.string() }),
  reviewedOn: day.nullable().describe('When a person last went through the list'),
  suspensionsPublished: z.boolean().describe('False: the list says nothing of suspensions'),
  services: z.array(service),
})

export type RegisterDocument = z.input<typeof registerDocument>

const serviceOf = (
  { cqc, closedOn: _, ...rest }: PublicService,
  authority: string,
): RegisterDocument['services'][number] => ({
  id: rest.id,
  name: rest.name,
  type: rest.type,
  place: rest.place,
  postcode: rest.postcode,
  provider: rest.provider,
  commissioned: rest.commissioned,
  cqc: cqc && {
    location: cqc.location,
    url: cqc.location === null ? null : cqcAddress(cqc.location),
    rating: cqc.rating as Exclude<RegisterDocument['services'][number]['cqc'], null>['rating'],
    ratedOn: cqc.published,
    registeredFrom: cqc.registeredFrom,
  },
  suspended: rest.suspended,
  invented: rest.invented,
  page: `/register/${authority}/services/${rest.id}`,
})

/** Returns services as a document for programs. */
export const documentOf = (
  register: PublicRegister,
  services: readonly PublicService[],
): RegisterDocument => ({
  authority: register.authority,
  licence: { ...licence },
  reviewedOn: register.reviewedOn,
  suspensionsPublished: register.showsSuspensions,
  services: services.map((each) => serviceOf(each, register.authority.id)),
})

/** Returns the JSON Schema of that document, as it is served. */
export const registerSchema = (): string =>
  `${JSON.stringify(
    {
      title: 'A council’s public register of care services',
      ...z.toJSONSchema(registerDocument),
    },
    null,
    2,
  )}\n`
