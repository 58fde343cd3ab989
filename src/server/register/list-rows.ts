import { type Band, bandNamed } from '../../core/policy/band.ts'
import { typeOf } from './pages/services-page.ts'
import type { ListedService } from './queries/list-services.ts'

type Given = {
  readonly types: readonly { readonly id: string; readonly name: string }[]
  /** Null for those who see no ratings. */
  readonly bands: readonly Band[] | null
}

const nameOf = (bands: readonly Band[], band: string | null): string =>
  band === null ? '' : bandNamed(bands, band).name

/** Returns what a list of services shows as rows of a file, the headings first. Days are ISO, for sorting. */
export const listRows = (
  services: readonly ListedService[],
  { types, bands }: Given,
): readonly (readonly string[])[] => [
  [
    'Service',
    'Type',
    'Place',
    'Postcode',
    'CQC rating',
    'New placements suspended since',
    ...(bands === null ? [] : ['Decided', 'Proposed']),
    'Contract lead',
    'Id',
  ],
  ...services.map((service) => [
    service.name,
    typeOf(types, service.type),
    service.place ?? '',
    service.postcode ?? '',
    service.cqc ?? '',
    service.suspendedSince ?? '',
    ...(bands === null ? [] : [nameOf(bands, service.decided), nameOf(bands, service.proposed)]),
    service.lead ?? '',
    service.id,
  ]),
]
