/** The contracts of the invented council: made up, as its services are. */
import type { Funding } from '../../core/contracts/terms.ts'
import { type Day, day, plusDays } from '../../core/kit/days.ts'
import { addContract, stopContract } from '../contracts/commands/contracts.ts'
import { nameOfficer } from '../contracts/commands/leads.ts'
import { eastmarch, services } from './eastmarch.ts'
import { idOf } from './ids.ts'

type InventedContract = {
  readonly reference: string
  readonly starts: string
  /** Days from the day of loading until the agreed end; null where none was agreed. */
  readonly endsIn: number | null
  readonly pounds: number | null
  readonly funding: Funding
  /** Older contracts do not ask for the annual statement (W 3.4.1). */
  readonly annualStatement: boolean
  /** Without a named lead the Authorised Officer leads. */
  readonly led: boolean
}

const contract = (
  reference: string,
  starts: string,
  endsIn: number | null,
  pounds: number | null,
  more: Partial<InventedContract> = {},
): InventedContract => ({
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
const contracts: Readonly<Record<string, InventedContract>> = {
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

const groupOf: Readonly<Record<string, string>> = {
  'Harbourlight Group (invented)': 'Harbourlight (invented)',
  'Kestrel Support (invented)': 'Kestrel (invented)',
}

const kpiSets: Readonly<Record<string, string>> = { 'care-home': 'Care homes', 'home-care': 'Home care' }

/** Adds one contract as a person would have. Where no number is stated, the registered capacity counts. */
const addInvented = async (key: string, given: InventedContract, today: Day): Promise<void> => {
  const service = services.find((each) => each.key === key)
  if (!service) throw new Error(`The demonstration has no service ${key}`)
  await addContract({
    id: idOf(`contract ${given.reference}`),
    authority: eastmarch.id,
    service: idOf(key),
    newService: null,
    lead: given.led ? idOf('tobias') : null,
    provider: { name: service.provider, cqcId: null, group: groupOf[service.provider] ?? null },
    terms: {
      reference: given.reference,
      serviceType: service.type,
      starts: day(given.starts),
      ends: given.endsIn === null ? null : plusDays(today, given.endsIn),
      specification: null,
      funding: given.funding,
      annualValue: given.pounds === null ? null : given.pounds * 100,
      population:
        service.population === null
          ? { basis: 'return', stated: null }
          : { basis: 'stated', stated: service.population },
      permitsSuspension: true,
      annualStatement: given.annualStatement,
      kpiSet: kpiSets[service.type] ?? null,
    },
  })
}

/** Adds the contracts of the demonstration, and one that another took the place of. */
export const addContracts = async (begun: Day, today: Day): Promise<void> => {
  await nameOfficer(eastmarch.id, idOf('isolde'), begun)
  for (const [key, given] of Object.entries(contracts)) await addInvented(key, given, today)
  const earlier = contract('EM-NUR-001', '2019-04-01', null, 2_100_000, { funding: 'joint' })
  await addInvented('maple-tree', earlier, today)
  await stopContract(idOf('contract EM-NUR-001'), 1, {
    how: 'ended',
    on: day('2023-03-31'),
    notice: null,
    reasons: ['replaced'],
    note: null,
  })
}
