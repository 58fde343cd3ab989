import type { PublicService } from './public-service.ts'
import { cqcAddress, type PublicRegister } from './register.ts'

type Column = {
  readonly name: string
  readonly means: string
  readonly value: (service: PublicService, register: PublicRegister) => string
}

const yes = (is: boolean): string => (is ? 'yes' : 'no')

/** The columns of the CSV file, in their order: what each is called, what it means, and how it is filled. */
export const columns: readonly Column[] = [
  { name: 'id', means: 'Our number of the service. It stays the same.', value: ({ id }) => id },
  { name: 'name', means: 'The name of the service', value: ({ name }) => name },
  { name: 'type', means: 'The type of the service, in words', value: ({ type }) => type.name },
  { name: 'place', means: 'The town or village', value: ({ place }) => place ?? '' },
  {
    name: 'postcode',
    means: 'Only where CQC publishes it: other services may be in people’s own homes',
    value: ({ postcode }) => postcode ?? '',
  },
  { name: 'provider', means: 'Who runs the service', value: ({ provider }) => provider ?? '' },
  {
    name: 'commissioned',
    means: 'yes: the council buys care there. no: it stands in the council’s area',
    value: ({ commissioned }) => yes(commissioned),
  },
  {
    name: 'cqc_location_id',
    means: 'CQC’s number of the location; empty where CQC does not regulate the service',
    value: ({ cqc }) => cqc?.location ?? '',
  },
  {
    name: 'cqc_rating',
    means: 'CQC’s overall rating; empty where there is none',
    value: ({ cqc }) => cqc?.rating ?? '',
  },
  {
    name: 'cqc_rated_on',
    means: 'The day on which CQC published it, as YYYY-MM-DD',
    value: ({ cqc }) => cqc?.published ?? '',
  },
  {
    name: 'cqc_url',
    means: 'CQC’s own page of the location',
    value: ({ cqc }) => (cqc?.location ? cqcAddress(cqc.location) : ''),
  },
  {
    name: 'new_placements_suspended',
    means: 'yes or no; empty where the council does not publish suspensions',
    value: ({ suspended }, { showsSuspensions }) => (showsSuspensions ? yes(suspended !== null) : ''),
  },
  {
    name: 'suspended_since',
    means: 'Since which day the council places nobody new, as YYYY-MM-DD',
    value: ({ suspended }) => suspended?.since ?? '',
  },
  {
    name: 'suspension',
    means: 'What is suspended, in words',
    value: ({ suspended }) => suspended?.what ?? '',
  },
  {
    name: 'invented',
    means: 'yes: made up for a demonstration',
    value: ({ invented }) => yes(invented),
  },
]

/** Returns services as rows of a file, the headings first. Days are ISO, for sorting. */
export const fileRows = (
  register: PublicRegister,
  services: readonly PublicService[],
): readonly (readonly string[])[] => [
  columns.map(({ name }) => name),
  ...services.map((service) => columns.map(({ value }) => value(service, register))),
]
