/** Criteria that read a rating: CQC's, PAMMS'. */

import { type Day, minusYears } from '../kit/days.ts'
import type { Band } from '../policy/band.ts'
import { isBelow, partNamed, readGrade } from '../policy/grades.ts'
import type { ConfidenceRule, OverlapRule, PartCondition, RatingCriterion, Scheme } from '../policy/policy.ts'
import type { Grading, ServiceSummary } from './facts.ts'
import type { Confidence, Finding, GradingNote, OverlapNote, PartNote } from './rating.ts'

const newestKnown = (gradings: readonly Grading[], scheme: string, asAt: Day): Grading | null =>
  gradings
    .filter((grading) => grading.scheme === scheme && grading.published <= asAt && grading.recorded <= asAt)
    .reduce<Grading | null>(
      (newest, next) => (newest === null || isLater(next, newest) ? next : newest),
      null,
    )

const isLater = (one: Grading, other: Grading): boolean =>
  one.published + one.recorded > other.published + other.recorded

const partsOf = ({ scheme, deciding }: RatingCriterion, grading: Grading): readonly PartNote[] =>
  Object.entries(grading.parts)
    .flatMap(([written, writtenGrade]) => {
      const name = partNamed(scheme, written)
      const read = readGrade(scheme, writtenGrade)
      return name === null || read.state !== 'graded'
        ? []
        : [{ name, grade: read.grade, deciding: deciding.includes(name) }]
    })
    .sort((one, other) => scheme.parts.indexOf(one.name) - scheme.parts.indexOf(other.name))

const noteOf = (criterion: RatingCriterion, grading: Grading): GradingNote => {
  const read = readGrade(criterion.scheme, grading.overall)
  return {
    written: grading.overall,
    grade: read.state === 'graded' ? read.grade : null,
    published: grading.published,
    parts: partsOf(criterion, grading),
  }
}

type Choice = { readonly band: Band; readonly note: OverlapNote }

const chosenBy = (rule: OverlapRule, { scheme }: RatingCriterion, parts: readonly PartNote[]): Choice => {
  if (parts.length === 0)
    return { band: rule.noPartKnown, note: { basis: rule.basis, by: 'no-part-known', decisive: [] } }
  const meets = ({ part, below }: PartCondition, { grade, deciding }: PartNote) =>
    (part === 'any' || deciding) && isBelow(scheme, grade, below)
  for (const { band, anyOf } of rule.alternatives) {
    const decisive = parts.filter((part) => anyOf.some((condition) => meets(condition, part)))
    const by = anyOf.length === 0 ? 'otherwise' : 'parts'
    if (by === 'otherwise' || decisive.length > 0)
      return { band, note: { basis: rule.basis, by, decisive: decisive.map(({ name }) => name) } }
  }
  throw new Error(`No alternative of the rule for ${rule.grade} holds: the pack was not checked.`)
}

/** The day of evaluation, and the first day from which a rating is not old. */
export type Freshness = { readonly asAt: Day; readonly freshFrom: Day; readonly years: number }

/** Returns from which day a rating is not old, under a policy on a day. */
export const freshnessOf = ({ years }: ConfidenceRule, asAt: Day): Freshness => ({
  asAt,
  freshFrom: minusYears(asAt, years),
  years,
})

const confidenceOf = (
  { parts, published }: GradingNote,
  { part, parts: all }: Scheme,
  freshness: Freshness,
): Confidence => {
  const { freshFrom, years } = freshness
  // A scheme of grades alone has no part to be unknown.
  if (parts.length === 0 && all.length > 0) return { level: 'low', because: `No ${part} is known.` }
  if (published < freshFrom) return { level: 'low', because: `It is more than ${years} years old.` }
  const fresh = `It is not more than ${years} years old`
  return {
    level: 'ok',
    because: all.length === 0 ? `${fresh}.` : `${fresh}, and at least one ${part} is known.`,
  }
}

/**
 * Returns what a service's newest known rating means under a criterion on a day: the bands that its grade
 * permits, and of those the one that its parts propose (WA1, WA4).
 */
export const judgeGrading = (
  criterion: RatingCriterion,
  service: ServiceSummary,
  freshness: Freshness,
): Exclude<Finding, { evidence: null }> => {
  const { scheme, knownBy, tolerances, overlaps } = criterion
  const grading = newestKnown(service.gradings, scheme.id, freshness.asAt)
  const note = grading === null ? null : noteOf(criterion, grading)
  const evidence = { kind: 'rating', scheme: scheme.name, grading: note, overlap: null } as const
  if (note === null) return { evidence, state: 'unknown', reasons: ['no-grading'], wouldHelp: knownBy }
  const { grade, parts } = note
  if (grade === null) return { evidence, state: 'unknown', reasons: ['not-rated'], wouldHelp: knownBy }
  const permitted = tolerances.filter(({ grades }) => grades.includes(grade)).map(({ band }) => band)
  const rule = overlaps.find((candidate) => candidate.grade === grade)
  const choice = rule === undefined ? null : chosenBy(rule, criterion, parts)
  const band = choice?.band ?? permitted[0]
  if (band === undefined) throw new Error(`No band holds the grade ${grade}: the pack was not checked.`)
  return {
    evidence: { ...evidence, overlap: choice?.note ?? null },
    state: 'known',
    value: grade,
    interval: null,
    permits: permitted.map(({ id }) => id),
    proposes: band.id,
    confidence: confidenceOf(note, scheme, freshness),
  }
}
