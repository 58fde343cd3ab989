/** The contracts of the named services of Eastmarch. */
import { type Day, day, plusDays } from '../../core/kit/days.ts'
import { services } from './eastmarch.ts'
import type { InventedContract } from './invented.ts'

type Named = Pick<InventedContract, 'reference' | 'pounds' | 'funding' | 'annualStatement'> & {
  readonly starts: string
  /** Days from the day of loading until the agreed end; null where none was agreed. */
  readonly endsIn: number | null
  /** Without a named lead the Authorised Officer leads. */
  readonly led: boolean
}

const contract = (
  reference: string,
  starts: string,
  endsIn: number | null,
  pounds: number | null,
  more: Partial<Named> = {},
): Named => ({
  reference,
  starts,
  endsIn,
  pounds,
  funding: 'council',
  annualStatement: true,
  led: true,
  ...more,
})

/** By the key of the service. */
const contracts: Readonly<Record<string, Named>> = {
  'rowan-house': contract('EM-RES-014', '2024-04-01', 495, 1_310_000),
  'sallow-court': contract('EM-RES-015', '2024-04-01', 495, 1_925_000),
  'thornhay-lodge': contract('EM-RES-009', '2021-10-01', 45, 520_000, { annualStatement: false }),
  'maple-tree': contract('EM-NUR-002', '2023-04-01', 130, 2_480_000, { funding: 'joint' }),
  'quillan-mews': contract('EM-EXC-001', '2022-06-01', -20, 610_000, { annualStatement: false }),
  'brightwater-home-care': contract('EM-HOM-021', '2024-10-01', 680, 3_150_000),
  'fernleigh-at-home': contract('EM-HOM-022', '2024-10-01', 680, 1_480_000),
  'kestrel-way': contract('EM-SUP-006', '2023-09-01', 280, 890_000, { funding: 'joint' }),
  'amber-row': contract('EM-SUP-007', '2023-09-01', 280, 640_000),
  'orchard-days': contract('EM-DAY-003', '2022-04-01', null, 178_500, {
    funding: 'grant',
    annualStatement: false,
  }),
  'gorse-hill': contract('EM-RES-017', '2025-04-01', 860, 1_020_000, { led: false }),
  'willow-end': contract('EM-RES-018', '2025-08-01', 980, 745_000),
}

/** Returns the contracts of the named services, and one that another took the place of. */
export const namedContracts = (begun: Day, today: Day): InventedContract[] => {
  const whole = (key: string, { endsIn, starts, led, ...given }: Named): InventedContract => {
    const service = services.find((each) => each.key === key)
    if (!service) throw new Error(`The demonstration has no service ${key}`)
    const { type, provider, population } = service
    return {
      ...given,
      service: key,
      type,
      provider,
      known: begun,
      starts: day(starts),
      ends: endsIn === null ? null : plusDays(today, endsIn),
      specification: null,
      // Without a number stated, the registered capacity counts.
      population:
        population === null ? { basis: 'return', stated: null } : { basis: 'stated', stated: population },
      lead: led ? 'tobias' : null,
      laterLeads: [],
      stop: null,
    }
  }
  const earlier = whole(
    'maple-tree',
    contract('EM-NUR-001', '2019-04-01', null, 2_100_000, { funding: 'joint' }),
  )
  const how = {
    how: 'ended',
    on: day('2023-03-31'),
    notice: null,
    reasons: ['replaced'],
    note: null,
  } as const
  return [
    ...Object.entries(contracts).map(([key, given]) => whole(key, given)),
    { ...earlier, stop: { known: begun, how } },
  ]
}
