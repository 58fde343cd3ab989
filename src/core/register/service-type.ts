import type { LocationRecord } from './location.ts'

/** What kind of service it is, in the words that policies use. */
export type ServiceType = 'care-home' | 'home-care' | 'supported-living' | 'extra-care' | 'other'

type Row = {
  readonly type: ServiceType
  readonly is: (location: Described) => boolean
  readonly reason: string
}
type Described = Pick<LocationRecord, 'careHome' | 'kinds' | 'directorate'>

const has =
  (kind: string) =>
  (location: Described): boolean =>
    location.kinds.includes(kind)

/**
 * The first row that fits decides. Many locations have several of CQC's types, so the order is the policy: the more
 * particular kind wins, since an agency for supported living ticks home care as well, and one that only visits
 * people at home ticks nothing else. A contract says its own service type, and then this table is not asked.
 */
export const serviceTypeTable: readonly Row[] = [
  {
    type: 'other',
    is: (location) => ['Primary medical services', 'Hospitals'].includes(location.directorate ?? ''),
    reason: 'CQC inspects it as a medical or hospital service, whatever else it offers.',
  },
  {
    type: 'care-home',
    is: (location) =>
      location.careHome || has('Nursing homes')(location) || has('Residential homes')(location),
    reason: 'CQC calls it a care home, with or without nursing; home care beside it serves the same address.',
  },
  {
    type: 'extra-care',
    is: has('Supported housing'),
    reason: 'Supported housing is the name that CQC gives to extra care housing.',
  },
  {
    type: 'supported-living',
    is: has('Supported living'),
    reason: 'CQC lists supported living among its service types.',
  },
  {
    type: 'home-care',
    is: has('Homecare agencies'),
    reason: 'Care in people’s own homes, and none of the above.',
  },
  { type: 'other', is: () => true, reason: 'None of the kinds that the policies name.' },
]

/** Returns a location's service type, and the reason from the table. */
export const explainServiceType = (location: Described): { type: ServiceType; reason: string } => {
  const { type, reason } = serviceTypeTable.find((row) => row.is(location)) ?? { type: 'other', reason: '' }
  return { type, reason }
}

/** Returns a location's service type. */
export const serviceTypeOf = (location: Described): ServiceType => explainServiceType(location).type
