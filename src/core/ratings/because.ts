/** One criterion's finding as people say it. Every number stands with what it is of, and the time it is from. */
import type { Day } from '../kit/days.ts'
import { percentInWords } from '../kit/exact.ts'
import { once } from '../kit/once.ts'
import { counted, dayBeside, dayInWords, listed } from '../kit/words.ts'
import {
  type CountingCriterion,
  type Criterion,
  isStated,
  type ProportionCriterion,
  type RateCriterion,
  type RatingCriterion,
  type ShareTolerance,
} from '../policy/policy.ts'
import { statedInWords } from './because-stated.ts'
import type { Evidence, Finding, Known, UnknownReason } from './rating.ts'
import { toleranceInWords } from './tolerance.ts'
import type { WindowNote } from './window.ts'

type Of<Kind extends Evidence['kind']> = Extract<Evidence, { kind: Kind }>

const bandName = (criterion: Criterion, id: string): string =>
  criterion.tolerances.find(({ band }) => band.id === id)?.band.name ?? id

const beginning = once(({ after, to }: WindowNote): string => dayBeside(after, to))

const since = ({ window }: Extract<Evidence, { window: object }>): string => beginning(window)

const cellInWords = once((cell: ShareTolerance): string => `${toleranceInWords(cell)} is ${cell.band.name}.`)

const rateFigure = (criterion: RateCriterion, evidence: Of<'rate'>, people: number): string => {
  const share = percentInWords({ numerator: evidence.events, denominator: people })
  const events = counted(evidence.events, criterion.one, criterion.many)
  return `${events} for ${counted(people, 'person', 'people')} since ${since(evidence)} is ${share}.`
}

const proportionFigure = (criterion: ProportionCriterion, evidence: Of<'proportion'>): string => {
  const { met, concluded } = evidence
  const share = percentInWords({ numerator: met, denominator: concluded })
  const cases = `${met} of ${counted(concluded, criterion.one, criterion.many)} since ${since(evidence)}`
  return `${cases} ${met === 1 ? 'was' : 'were'} ${criterion.met.words}: ${share}.`
}

const tolerance = (criterion: CountingCriterion, { permits, proposes }: Known): string => {
  const cells = criterion.tolerances.filter(({ band }) => permits.includes(band.id)).map(cellInWords)
  return cells.length === 1
    ? `${cells[0]}`
    : `${cells.join(' ')} ${bandName(criterion, proposes)} is proposed.`
}

const gradingReason = (criterion: RatingCriterion, { overlap, grading }: Of<'rating'>): string => {
  const { part } = criterion.scheme
  if (overlap === null || grading === null) return ''
  if (overlap.by === 'no-part-known') return `no ${part} is known`
  if (overlap.by === 'otherwise') return `no known ${part} stands against it`
  const decisive = grading.parts.filter(({ name }) => overlap.decisive.includes(name))
  return listed(decisive.map(({ name, grade }) => `${name} is ${grade}`))
}

const grading = (criterion: RatingCriterion, evidence: Of<'rating'>, known: Known): string => {
  const { name } = criterion.scheme
  const published = evidence.grading === null ? '' : ` (${dayInWords(evidence.grading.published)})`
  const may = listed(
    known.permits.map((id) => bandName(criterion, id)),
    'or',
  )
  const head = `${name}: ${known.value}${published}. ${known.value}`
  if (evidence.overlap === null) return `${head} is ${may}.`
  return `${head} may be ${may}; ${bandName(criterion, known.proposes)} is proposed because ${gradingReason(criterion, evidence)}.`
}

const known = (criterion: Criterion, evidence: Evidence, finding: Known, asAt: Day): string => {
  if (isStated(criterion) && 'stated' in evidence) return statedInWords(criterion, evidence, finding, asAt)
  if (criterion.kind === 'rating' && evidence.kind === 'rating') {
    const low = finding.confidence.level === 'low' ? ` Low confidence: ${finding.confidence.because}` : ''
    return grading(criterion, evidence, finding) + low
  }
  if (criterion.kind === 'rate' && evidence.kind === 'rate')
    return `${rateFigure(criterion, evidence, evidence.population?.people ?? 0)} ${tolerance(criterion, finding)} ${finding.confidence.because}`
  if (criterion.kind === 'proportion' && evidence.kind === 'proportion')
    return `${proportionFigure(criterion, evidence)} ${tolerance(criterion, finding)} ${finding.confidence.because}`
  if (criterion.kind === 'points' && evidence.kind === 'points')
    return `${counted(evidence.points, criterion.called?.one ?? 'point', criterion.called?.many ?? 'points')} since ${since(evidence)}. ${tolerance(criterion, finding)}`
  return ''
}

const sinceThen = (evidence: Evidence): string => ('window' in evidence ? `since ${since(evidence)}` : '')

const notRated = (evidence: Evidence): string => {
  const published = evidence.kind === 'rating' ? evidence.grading : null
  const written = published?.written ? `"${published.written}"` : 'no grade'
  return `what was published${published === null ? '' : ` on ${dayInWords(published.published)}`} says ${written}`
}

const onlyProgressed = (criterion: Criterion): boolean => 'among' in criterion

type Reason = (evidence: Evidence, asAt: Day, criterion: Criterion) => string

const unknown: Readonly<Record<UnknownReason, Reason>> = {
  'no-grading': (_, asAt) => `nothing was published by ${dayInWords(asAt)}`,
  'not-rated': notRated,
  'not-collected': (evidence) =>
    `cases are not declared collected for the whole time ${sinceThen(evidence)}, and silence is not zero`,
  'no-population': () => 'the number of people using the service is not known',
  'no-concluded-case': (evidence, _, criterion) =>
    `no case${onlyProgressed(criterion) ? ' that progressed' : ''} was concluded ${sinceThen(evidence)}`,
  'not-stated': () => 'it is not stated',
  'stated-later': (_, asAt) => `what is stated is later than ${dayInWords(asAt)}`,
}

/** Returns why a criterion stands where it stands, in one to three sentences. */
export const becauseOf = (criterion: Criterion, finding: Finding, asAt: Day, serviceType: string): string => {
  if (finding.state === 'not-applicable') return `Does not apply to a service of the type ${serviceType}.`
  if (finding.state === 'known') return known(criterion, finding.evidence, finding, asAt).trim()
  const { who, what } = finding.wouldHelp
  const reasons = finding.reasons.map((reason) => unknown[reason](finding.evidence, asAt, criterion))
  return `Unknown: ${listed(reasons)}. It needs ${what}, from ${who}.`
}
