/** How a service fares over the months of the demonstration. */

/** Returns how many times as much goes wrong as usual, a number of months before the day of loading. */
type Course = (monthsAgo: number) => number

export type Temper = {
  readonly weight: number
  readonly course: Course
  /** The part of its enquiries and complaints that are substantiated. */
  readonly substantiated: number
  /** Its CQC ratings, oldest first: how many months ago, and how good. */
  readonly ratings: readonly (readonly [monthsAgo: number, grade: Graded])[]
}

/** A grade with what its key questions are like. */
export type Graded = 'bright' | 'good' | 'uneven' | 'weak' | 'failing' | 'poor'

const always =
  (times: number): Course =>
  () =>
    times
/** From one level to another between 20 and 4 months ago. */
const between =
  (early: number, late: number): Course =>
  (monthsAgo) =>
    late + (early - late) * Math.min(1, Math.max(0, (monthsAgo - 4) / 16))

/** By name. The weights say how many of 100 services are so. */
export const tempers = {
  settled: { weight: 36, course: always(0.35), substantiated: 0.03, ratings: [[40, 'good']] },
  bright: { weight: 6, course: always(0.25), substantiated: 0.03, ratings: [[30, 'bright']] },
  ordinary: { weight: 20, course: always(0.9), substantiated: 0.14, ratings: [[28, 'uneven']] },
  uneven: {
    weight: 12,
    course: always(1.6),
    substantiated: 0.3,
    ratings: [
      [44, 'good'],
      [15, 'weak'],
    ],
  },
  troubled: {
    weight: 7,
    course: always(3),
    substantiated: 0.6,
    ratings: [
      [34, 'weak'],
      [10, 'poor'],
    ],
  },
  improving: {
    weight: 7,
    course: between(3.2, 0.4),
    substantiated: 0.12,
    ratings: [
      [27, 'poor'],
      [16, 'failing'],
      [5, 'good'],
    ],
  },
  falling: {
    weight: 7,
    course: between(0.4, 3),
    substantiated: 0.5,
    ratings: [
      [32, 'good'],
      [3, 'failing'],
    ],
  },
  // A bad month a while ago, and quiet before and after.
  cluster: {
    weight: 5,
    course: (monthsAgo) => (monthsAgo >= 6 && monthsAgo < 7 ? 12 : 0.4),
    substantiated: 0.15,
    ratings: [[22, 'good']],
  },
} as const satisfies Readonly<Record<string, Temper>>

export type TemperName = keyof typeof tempers

const entries = Object.entries(tempers) as [TemperName, Temper][]
const allWeights = entries.reduce((sum, [, { weight }]) => sum + weight, 0)
const goldenRatio = 0.618_034

/** Returns the temper of a council's service by its number: few of them are already spread as many would be. */
export const temperOf = (number: number): TemperName => {
  let left = ((number * goldenRatio) % 1) * allWeights
  for (const [name, { weight }] of entries) {
    left -= weight
    if (left < 0) return name
  }
  return 'settled'
}

const [inadequate, improve, good, outstanding] = [
  'Inadequate',
  'Requires improvement',
  'Good',
  'Outstanding',
] as const

/** What CQC would have published: overall, then Safe, Effective, Caring, Responsive, Well-led. */
export const gradings: Readonly<Record<Graded, readonly [overall: string, keyQuestions: readonly string[]]>> =
  {
    bright: [outstanding, [good, outstanding, outstanding, good, outstanding]],
    good: [good, [good, good, good, good, good]],
    uneven: [good, [good, good, good, good, improve]],
    weak: [improve, [good, improve, good, improve, good]],
    failing: [improve, [improve, good, good, good, improve]],
    poor: [inadequate, [inadequate, improve, good, improve, inadequate]],
  }

/** Winter brings infections and falls: how many times as much as usual, by month from January. */
const winter = [1.7, 1.6, 1.2, 1, 0.9, 0.8, 0.8, 0.8, 0.9, 1, 1.2, 1.6]

const ofTheSeason: ReadonlySet<string> = new Set(['care-concern', 'cqc-notification'])

/** Returns the season's part in how often something happens in a month. */
export const seasonOf = (kind: string, month: number): number =>
  ofTheSeason.has(kind) ? (winter[month - 1] ?? 1) : 1
