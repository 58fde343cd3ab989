import type { FieldError } from '../kit/field-error.ts'
import { bareName } from '../kit/words.ts'
import type { FileRow } from './file-row.ts'
import { readService, type ServiceRead } from './service-form.ts'

/** A service that a row may mean. */
export type ServiceCandidate = {
  readonly id: string
  readonly name: string
  readonly postcode: string | null
  /** CQC’s ids of its location, and of those that it was registered under before. */
  readonly locations: readonly string[]
}

/** The service of a row: one that is there, or a new one, at a CQC location or without. */
export type Matched =
  | { readonly id: string; readonly name: string }
  | { readonly location: string }
  | { readonly fresh: ServiceRead }

type Wrong = { readonly errors: readonly FieldError[] }

const wrong = (field: string, text: string): Wrong => ({ errors: [{ field, text }] })

const byLocation = (
  id: string,
  services: readonly ServiceCandidate[],
  registered: (location: string) => boolean,
): Matched | Wrong => {
  const known = services.find(({ locations }) =>
    locations.some((location) => location.toUpperCase() === id.toUpperCase()),
  )
  if (known) return known
  if (registered(id)) return { location: id }
  return wrong(
    'cqcId',
    `No location with the CQC id ${id} is in the register: correct it, or leave it empty and give name and postcode`,
  )
}

const samePostcode = (one: string | null, other: string): boolean =>
  other === '' || (one !== null && bareName(one) === bareName(other))

/** Finds the service of a row: by CQC's id, then by name and postcode. What is not there is a new service. */
export const matchService = (
  row: Pick<FileRow, 'cqcId' | 'serviceName' | 'place' | 'postcode'>,
  services: readonly ServiceCandidate[],
  registered: (location: string) => boolean,
): Matched | Wrong => {
  const [id, name, postcode] = [row.cqcId ?? '', row.serviceName ?? '', row.postcode ?? '']
  if (id !== '') return byLocation(id, services, registered)
  if (name === '') return wrong('serviceName', 'Give the CQC location id, or the name of the service')
  const found = services.filter(
    (service) => bareName(service.name) === bareName(name) && samePostcode(service.postcode, postcode),
  )
  const [only, ...others] = found
  if (only && others.length === 0) return only
  if (only)
    return wrong(
      'serviceName',
      `There are ${found.length} services called ${name}: give the postcode or the CQC location id`,
    )
  const read = readService({ serviceName: name, place: row.place ?? '', postcode })
  return 'errors' in read ? read : { fresh: read.service }
}
