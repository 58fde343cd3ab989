/**
 * Eastmarch: an invented council. Its people and services are made up, and so is all that is recorded of
 * them. Wirral's policy (W) is in force here. The services below have a story of their own, which the README walks
 * through and tests rely on; those beside them are made by chance.
 */
import type { InventedPerson } from './invented.ts'

export const eastmarch = {
  id: 'eastmarch',
  name: 'Eastmarch Council',
  pack: 'wirral-2022',
  areas: ['Oldham'],
} as const

export const people: readonly InventedPerson[] = [
  { key: 'maren', name: 'Maren Holloway', role: 'quality-assessor' },
  { key: 'tobias', name: 'Tobias Anand', role: 'contract-lead' },
  { key: 'ottilie', name: 'Ottilie Brandt', role: 'operational-lead' },
  { key: 'rufus', name: 'Rufus Okoro', role: 'quality-improvement-manager' },
  { key: 'isolde', name: 'Isolde Farrow', role: 'commissioner' },
  { key: 'caspian', name: 'Caspian Lee', role: 'social-worker' },
  { key: 'perpetua', name: 'Perpetua Quill', role: 'registered-manager' },
  { key: 'leopold', name: 'Leopold Marsh', role: 'administrator' },
  { key: 'verity', name: 'Verity Stroud', role: 'auditor' },
  { key: 'solveig', name: 'Solveig Rao', role: 'safeguarding-officer' },
  { key: 'tamsin', name: 'Tamsin Tully', role: 'finance-validator' },
  { key: 'honoria', name: 'Honoria Beck', role: 'director' },
  { key: 'dilys', name: 'Dilys Marchetti', role: 'contributor' },
  { key: 'leofric', name: 'Leofric Larkfield', role: 'group-lead' },
  { key: 'wilhelmina', name: 'Wilhelmina Oduya', role: 'partner-member' },
]

/** Who works beside them where there are more than a dozen services. */
export const colleagues: readonly InventedPerson[] = [
  { key: 'ines', name: 'Ines Calloway', role: 'contract-lead' },
  { key: 'barnaby', name: 'Barnaby Oduya', role: 'contract-lead' },
  { key: 'sunniva', name: 'Sunniva Patel', role: 'quality-assessor' },
]

type Grade = 'Outstanding' | 'Good' | 'Requires improvement' | 'Inadequate'

/** Key questions in CQC's order: Safe, Effective, Caring, Responsive, Well-led. */
export type NamedService = {
  readonly key: string
  readonly name: string
  readonly type: 'care-home' | 'home-care' | 'supported-living' | 'extra-care' | 'life-opportunities'
  readonly provider: string
  readonly place: string
  readonly postcode: string
  readonly population: number | null
  readonly cqc: {
    readonly overall: Grade
    readonly published: string
    readonly keyQuestions: readonly [Grade, Grade, Grade, Grade, Grade]
  } | null
  /** Intelligence: kind, days before the day of loading that it happened, and its outcome where it has one. */
  readonly intelligence: readonly NamedItem[]
}

/** [kind, happened days ago, known days ago, concluded days ago, progressed, outcome] */
export type NamedItem = readonly [
  kind: string,
  occurred: number,
  recorded: number,
  concluded?: number,
  progressed?: boolean | null,
  outcome?: string,
]

const good = ['Good', 'Good', 'Good', 'Good', 'Good'] as const
const unledgood = ['Good', 'Good', 'Good', 'Good', 'Requires improvement'] as const
const weak = ['Requires improvement', 'Good', 'Good', 'Good', 'Requires improvement'] as const
const poor = ['Inadequate', 'Requires improvement', 'Good', 'Requires improvement', 'Inadequate'] as const
const bright = ['Good', 'Outstanding', 'Outstanding', 'Good', 'Good'] as const

export const services: readonly NamedService[] = [
  {
    key: 'rowan-house',
    name: 'Rowan House',
    type: 'care-home',
    provider: 'Larkfield Care (invented)',
    place: 'Netherby Eastmarch',
    postcode: 'ZZ1 1AA',
    population: 40,
    cqc: { overall: 'Good', published: '2025-03-01', keyQuestions: unledgood },
    intelligence: [
      ['care-concern', 70, 69],
      ['care-concern', 30, 29],
      ['section-42', 200, 199, 90, true, 'substantiated'],
      ['section-42', 160, 158, 60, true, 'not-substantiated'],
      ['cqc-notification', 40, 38],
      ['complaint-to-provider', 120, 118, 80, null, 'substantiated'],
      ['complaint-to-provider', 100, 97, 65, null, 'not-substantiated'],
      ['compliment', 50, 49],
    ],
  },
  {
    key: 'sallow-court',
    name: 'Sallow Court',
    type: 'care-home',
    provider: 'Larkfield Care (invented)',
    place: 'Upper Fenwick',
    postcode: 'ZZ1 2BB',
    population: 62,
    cqc: { overall: 'Good', published: '2024-11-12', keyQuestions: good },
    intelligence: [
      ['care-concern', 80, 80],
      ['cqc-notification', 75, 73],
      ['cqc-notification', 31, 30],
      ['complaint-to-provider', 210, 205, 150, null, 'not-substantiated'],
      ['complaint-to-authority', 180, 178, 120, null, 'not-substantiated'],
      ['section-42', 220, 219, 130, false, 'not-substantiated'],
      ['compliment', 12, 11],
    ],
  },
  {
    key: 'thornhay-lodge',
    name: 'Thornhay Lodge',
    type: 'care-home',
    provider: 'Thornhay Lodge Ltd (invented)',
    place: 'Thornhay',
    postcode: 'ZZ2 3CC',
    population: 18,
    cqc: { overall: 'Requires improvement', published: '2025-09-20', keyQuestions: weak },
    intelligence: [
      ['care-concern', 61, 60],
      ['care-concern', 20, 19],
      ['care-concern', 6, 5],
      ['section-42', 150, 149, 40, true, 'substantiated'],
      ['section-42', 120, 118, 35, true, 'substantiated'],
      ['cqc-notification', 44, 40],
      ['cqc-notification', 15, 14],
      ['complaint-to-authority', 90, 88, 30, null, 'substantiated'],
      ['whistleblowing', 18, 17],
    ],
  },
  {
    key: 'maple-tree',
    name: 'Maple Tree Nursing Home',
    type: 'care-home',
    provider: 'Harbourlight Group (invented)',
    place: 'Eastmarch Quay',
    postcode: 'ZZ3 4DD',
    population: 74,
    cqc: { overall: 'Inadequate', published: '2026-02-10', keyQuestions: poor },
    intelligence: [
      ['care-concern', 85, 84],
      ['care-concern', 64, 64],
      ['care-concern', 33, 32],
      ['care-concern', 21, 20],
      ['care-concern', 9, 8],
      ['section-42', 300, 299, 200, true, 'substantiated'],
      ['section-42', 180, 179, 75, true, 'substantiated'],
      ['section-42', 110, 108, 22, true, 'inconclusive'],
      ['cqc-notification', 60, 58],
      ['cqc-notification', 41, 40],
      ['cqc-notification', 12, 11],
      ['complaint-to-provider', 140, 139, 70, null, 'substantiated'],
      ['complaint-to-authority', 130, 129, 55, null, 'substantiated'],
    ],
  },
  {
    key: 'quillan-mews',
    name: 'Quillan Mews',
    type: 'extra-care',
    provider: 'Quillan Homes (invented)',
    place: 'Netherby Eastmarch',
    postcode: 'ZZ1 5EE',
    population: 55,
    cqc: { overall: 'Outstanding', published: '2023-06-02', keyQuestions: bright },
    intelligence: [
      ['compliment', 30, 29],
      ['cqc-notification', 52, 51],
      ['complaint-to-provider', 260, 258, 220, null, 'not-substantiated'],
    ],
  },
  {
    key: 'brightwater-home-care',
    name: 'Brightwater Home Care',
    type: 'home-care',
    provider: 'Brightwater Care Services (invented)',
    place: 'Eastmarch',
    postcode: 'ZZ4 6FF',
    population: 180,
    cqc: { overall: 'Good', published: '2024-05-30', keyQuestions: good },
    intelligence: [
      ['care-concern', 75, 74],
      ['care-concern', 50, 49],
      ['care-concern', 28, 27],
      ['care-concern', 13, 12],
      ['section-42', 240, 238, 140, true, 'not-substantiated'],
      ['section-42', 200, 199, 100, false, 'not-substantiated'],
      ['section-42', 130, 129, 45, true, 'substantiated'],
      ['complaint-to-provider', 110, 108, 61, null, 'substantiated'],
      ['complaint-to-provider', 105, 104, 58, null, 'not-substantiated'],
      ['complaint-to-provider', 98, 96, 51, null, 'not-substantiated'],
      ['cqc-notification', 22, 20],
    ],
  },
  {
    key: 'fernleigh-at-home',
    name: 'Fernleigh at Home',
    type: 'home-care',
    provider: 'Harbourlight Group (invented)',
    place: 'Upper Fenwick',
    postcode: 'ZZ1 7GG',
    population: 95,
    cqc: {
      overall: 'Requires improvement',
      published: '2025-12-04',
      keyQuestions: ['Requires improvement', 'Requires improvement', 'Good', 'Good', 'Requires improvement'],
    },
    intelligence: [
      ['care-concern', 66, 65],
      ['care-concern', 48, 48],
      ['care-concern', 15, 14],
      ['complaint-to-authority', 170, 169, 88, null, 'substantiated'],
      ['complaint-to-authority', 140, 138, 77, null, 'not-substantiated'],
      ['section-42', 160, 159, 66, true, 'substantiated'],
    ],
  },
  {
    key: 'kestrel-way',
    name: 'Kestrel Way',
    type: 'supported-living',
    provider: 'Kestrel Support (invented)',
    place: 'Thornhay',
    postcode: 'ZZ2 8HH',
    population: 12,
    cqc: { overall: 'Good', published: '2025-01-17', keyQuestions: good },
    intelligence: [
      ['compliment', 70, 68],
      ['complaint-to-provider', 190, 188, 150, null, 'not-substantiated'],
    ],
  },
  {
    key: 'amber-row',
    name: 'Amber Row',
    type: 'supported-living',
    provider: 'Kestrel Support (invented)',
    place: 'Eastmarch Quay',
    postcode: 'ZZ3 9JJ',
    population: 8,
    cqc: null,
    intelligence: [
      ['care-concern', 25, 24],
      ['professional-feedback', 24, 23],
    ],
  },
  {
    key: 'orchard-days',
    name: 'Orchard Days',
    type: 'life-opportunities',
    provider: 'Orchard Days CIC (invented)',
    place: 'Netherby Eastmarch',
    postcode: 'ZZ1 1KK',
    population: 45,
    cqc: null,
    intelligence: [
      ['compliment', 90, 88],
      ['complaint-to-provider', 230, 228, 190, null, 'not-substantiated'],
      ['complaint-to-authority', 215, 214, 175, null, 'not-substantiated'],
    ],
  },
  {
    key: 'gorse-hill',
    name: 'Gorse Hill',
    type: 'care-home',
    provider: 'Harbourlight Group (invented)',
    place: 'Thornhay',
    postcode: 'ZZ2 2LL',
    population: 33,
    cqc: { overall: 'Good', published: '2022-08-08', keyQuestions: good },
    intelligence: [
      ['cqc-notification', 67, 66],
      ['cqc-notification', 55, 54],
      ['cqc-notification', 36, 35],
      ['cqc-notification', 8, 7],
      ['section-42', 250, 248, 160, true, 'not-substantiated'],
      ['complaint-to-provider', 150, 148, 104, null, 'not-substantiated'],
      ['complaint-to-authority', 145, 144, 99, null, 'not-substantiated'],
    ],
  },
  {
    key: 'willow-end',
    name: 'Willow End',
    type: 'care-home',
    provider: 'Willow End Partnership (invented)',
    place: 'Upper Fenwick',
    postcode: 'ZZ1 3MM',
    population: null,
    cqc: { overall: 'Good', published: '2026-04-22', keyQuestions: good },
    intelligence: [['care-concern', 17, 16]],
  },
]
