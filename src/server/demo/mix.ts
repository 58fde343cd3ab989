/** What services of each type are like in the demonstration. Invented, and near enough to what councils have. */

/** How often something happens in a year for every 100 people, at a service that is neither good nor bad. */
export type Rates = Readonly<Record<string, number>>

export type TypeMix = {
  /** Letters of the contract's reference. */
  readonly letters: string
  /** How many of every 64 services of a council are of this type. */
  readonly share: Readonly<Record<string, number>>
  /** How many people use one: the least and the most. */
  readonly people: readonly [least: number, most: number]
  /** The part of them that CQC regulates. */
  readonly regulated: number
  readonly provider: 'care' | 'community' | 'pharmacy' | 'practice'
  /** What a contract is worth in a year: for each person, or in all. */
  readonly pounds: { readonly each: number } | { readonly all: readonly [least: number, most: number] }
  readonly funding: Readonly<Partial<Record<'council' | 'joint' | 'health' | 'grant', number>>>
  readonly kpiSet: string | null
  readonly rates: Rates
}

const cared: Rates = {
  'care-concern': 7,
  'section-42': 3,
  'cqc-notification': 18,
  'complaint-to-provider': 4,
  'complaint-to-authority': 2,
  compliment: 8,
  whistleblowing: 0.5,
  'professional-feedback': 2,
}
const athome: Rates = {
  'care-concern': 6,
  'section-42': 1.5,
  'cqc-notification': 4,
  'complaint-to-provider': 4,
  'complaint-to-authority': 2,
  compliment: 5,
  whistleblowing: 0.3,
  'professional-feedback': 1,
}
const visited: Rates = {
  'care-concern': 1.5,
  'section-42': 0.3,
  'complaint-to-provider': 2,
  'complaint-to-authority': 1,
  compliment: 8,
  whistleblowing: 0.2,
  'professional-feedback': 1,
}
const crowd: Rates = {
  'care-concern': 0.1,
  'section-42': 0.02,
  'cqc-notification': 0.3,
  'complaint-to-provider': 0.4,
  'complaint-to-authority': 0.15,
  compliment: 0.6,
  whistleblowing: 0.02,
  'professional-feedback': 0.2,
}

/** By type of service, in the order of the packs. */
export const mix: Readonly<Record<string, TypeMix>> = {
  'care-home': {
    letters: 'RES',
    share: { eastmarch: 24, northfold: 16 },
    people: [14, 72],
    regulated: 1,
    provider: 'care',
    pounds: { each: 31_000 },
    funding: { council: 3, joint: 1 },
    kpiSet: 'Care homes',
    rates: cared,
  },
  'home-care': {
    letters: 'HOM',
    share: { eastmarch: 10, northfold: 9 },
    people: [30, 190],
    regulated: 1,
    provider: 'care',
    pounds: { each: 16_500 },
    funding: { council: 4, health: 1 },
    kpiSet: 'Home care',
    rates: athome,
  },
  'supported-living': {
    letters: 'SUP',
    share: { eastmarch: 9, northfold: 8 },
    people: [4, 26],
    regulated: 0.7,
    provider: 'care',
    pounds: { each: 58_000 },
    funding: { council: 2, joint: 1 },
    kpiSet: null,
    rates: { ...cared, 'cqc-notification': 8 },
  },
  'life-opportunities': {
    letters: 'DAY',
    share: { eastmarch: 5, northfold: 4 },
    people: [15, 60],
    regulated: 0,
    provider: 'community',
    pounds: { each: 4_200 },
    funding: { council: 1 },
    kpiSet: null,
    rates: visited,
  },
  'extra-care': {
    letters: 'EXC',
    share: { eastmarch: 4, northfold: 3 },
    people: [35, 110],
    regulated: 1,
    provider: 'care',
    pounds: { each: 10_800 },
    funding: { council: 1 },
    kpiSet: 'Home care',
    rates: athome,
  },
  'prevention-grant': {
    letters: 'PRE',
    share: { eastmarch: 3, northfold: 4 },
    people: [20, 140],
    regulated: 0,
    provider: 'community',
    pounds: { all: [12_000, 85_000] },
    funding: { grant: 1 },
    kpiSet: null,
    rates: visited,
  },
  pharmacy: {
    letters: 'PHA',
    share: { eastmarch: 2, northfold: 6 },
    people: [180, 900],
    regulated: 0,
    provider: 'pharmacy',
    pounds: { all: [4_000, 21_000] },
    funding: { council: 1 },
    kpiSet: null,
    rates: crowd,
  },
  'social-inclusion': {
    letters: 'INC',
    share: { eastmarch: 2, northfold: 3 },
    people: [25, 120],
    regulated: 0,
    provider: 'community',
    pounds: { all: [35_000, 130_000] },
    funding: { council: 1 },
    kpiSet: null,
    rates: visited,
  },
  'public-health-prevention-grant': {
    letters: 'PHG',
    share: { eastmarch: 2, northfold: 3 },
    people: [60, 400],
    regulated: 0,
    provider: 'community',
    pounds: { all: [15_000, 60_000] },
    funding: { grant: 1 },
    kpiSet: null,
    rates: crowd,
  },
  'gp-larc': {
    letters: 'GPL',
    share: { eastmarch: 2, northfold: 4 },
    people: [150, 600],
    regulated: 1,
    provider: 'practice',
    pounds: { all: [6_000, 28_000] },
    funding: { council: 1 },
    kpiSet: null,
    rates: crowd,
  },
  'public-health': {
    letters: 'PUB',
    share: { northfold: 3 },
    people: [90, 700],
    regulated: 0,
    provider: 'community',
    pounds: { all: [90_000, 420_000] },
    funding: { council: 1 },
    kpiSet: null,
    rates: crowd,
  },
  other: {
    letters: 'OTH',
    share: { eastmarch: 1, northfold: 1 },
    people: [40, 160],
    regulated: 0,
    provider: 'community',
    pounds: { all: [25_000, 90_000] },
    funding: { council: 1 },
    kpiSet: null,
    rates: visited,
  },
}
