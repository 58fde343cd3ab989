import type { Day } from '../kit/days.ts'

/** CQC's two ways of rating: by inspections since 2014, and by the framework that has been replacing them since 2023. */
export type Scheme = 'ratings-2014' | 'single-assessment-framework'

/** What CQC gave for one key question: Safe, Effective, Caring, Responsive, Well-led. */
export type KeyQuestion = { readonly name: string; readonly rating: string }

/** One rating that CQC published for a location, or for one service of it. */
export type Rating = {
  /** As CQC words it: `Requires improvement` and `Requires Improvement` both occur; compare without case. */
  readonly overall: string
  /** Null where nothing was published: such a rating is shown, never counted. */
  readonly published: Day | null
  readonly keyQuestions: readonly KeyQuestion[]
  /** The service group or population group that it is for; null for the location as a whole. */
  readonly service: string | null
  readonly scheme: Scheme
  /** Carried over, whole or in part, from the location that this one succeeded. */
  readonly inherited: boolean
  /** CQC's id of the report, for a link. */
  readonly report: string | null
}

/** CQC's own words for a location that it has not rated. */
export const notRated = 'No published rating'

const grades = new Set(['outstanding', 'good', 'requires improvement', 'inadequate'])

/** Whether a rating is one of the four grades, and not `Inspected but not rated`, `Regulations met` or the like. */
export const isGrade = (rating: string): boolean => grades.has(rating.toLowerCase())

const order = ['Safe', 'Effective', 'Caring', 'Responsive', 'Well-led']
const placeOf = (name: string): number => order.findIndex((one) => one.toLowerCase() === name.toLowerCase())

/** Key questions in CQC's order and spelling: they arrive in any order, which must not look like a change. */
export const inOrder = (questions: readonly KeyQuestion[]): readonly KeyQuestion[] =>
  questions
    .toSorted((a, b) => placeOf(a.name) - placeOf(b.name))
    .map(({ name, rating }) => ({ name: order[placeOf(name)] ?? name, rating }))

/** Newest first, the undated last; on one day the location's own rating before those of its services. */
const byAge = (a: Rating, b: Rating): number => {
  if (a.published !== b.published) return (a.published ?? '') < (b.published ?? '') ? 1 : -1
  return Number((a.service ?? '') > (b.service ?? '')) - Number((a.service ?? '') < (b.service ?? ''))
}

const sameness = (rating: Rating): string =>
  [rating.published, rating.scheme, rating.service, rating.overall.toLowerCase()].join('|')

/** Ratings newest first, each once: CQC lists some both as current and as history. The fuller telling stays. */
export const newestFirst = (ratings: readonly Rating[]): readonly Rating[] => {
  const kept = new Map<string, Rating>()
  for (const rating of ratings) {
    const other = kept.get(sameness(rating))
    if (!other || other.keyQuestions.length < rating.keyQuestions.length) kept.set(sameness(rating), rating)
  }
  return [...kept.values()].sort(byAge)
}
