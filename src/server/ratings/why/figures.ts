import { counted, dayInWords } from '../../../core/kit/words.ts'
import { paragraphInWords } from '../../../core/policy/paragraph.ts'
import type { Criterion } from '../../../core/policy/policy.ts'
import type { CriterionRating, Evidence } from '../../../core/ratings/rating.ts'
import type { Definition } from '../../../ui/definitions.ts'
import { html } from '../../../ui/html.ts'
import { kindNames } from '../../register/words.ts'

const basisNames = {
  return: 'from the latest return',
  capacity: 'from the registered capacity',
  stated: 'from the contract',
} as const

const percent = (share: number): string => `${Number((share * 100).toFixed(1))}%`

type Counting = Extract<Evidence, { window: object }>

const time = ({ window }: Counting, policy: string): Definition => ({
  term: 'Time looked at',
  value: `${dayInWords(window.first)} to ${dayInWords(window.to)}`,
  note: html`the last ${counted(window.months, 'month', 'months')}${
    'assumption' in window.basis
      ? html`, <a class="govuk-link" href="${policy}#times">an assumption</a>`
      : `: ${paragraphInWords(window.basis.source)}`
  }`,
})

// A row that counts one for each item is a count, and is called what it counts; any other is a sum of points.
const sumOf = (points: number, criterion: Criterion): Definition =>
  criterion.kind === 'points' && criterion.called !== undefined
    ? { term: 'Counted', value: counted(points, criterion.called.one, criterion.called.many) }
    : { term: 'Points', value: points }

const endedOf = (concluded: number, criterion: Criterion): string =>
  criterion.kind === 'proportion' && criterion.among !== undefined
    ? counted(concluded, 'case that progressed and ended', 'cases that progressed and ended')
    : counted(concluded, 'case that ended', 'cases that ended')

const counts = (evidence: Counting, criterion: Criterion): readonly Definition[] => {
  if (evidence.kind === 'points') return [sumOf(evidence.points, criterion)]
  if (evidence.kind === 'proportion')
    return [
      { term: 'Counted', value: evidence.met },
      { term: 'Out of', value: endedOf(evidence.concluded, criterion) },
    ]
  const { population } = evidence
  return [
    { term: 'Counted', value: evidence.events },
    {
      term: 'Out of',
      value: population === null ? 'Not known' : counted(population.people, 'person', 'people'),
      note: population === null ? 'how many people use the service' : basisNames[population.basis],
    },
  ]
}

// A feed matters where silence would be read as zero; a share of concluded cases never reads it so.
const collected = (evidence: Counting): readonly Definition[] =>
  evidence.kind === 'proportion'
    ? []
    : evidence.collected
        .filter(({ from }) => from === null || from > evidence.window.first)
        .map(({ kind, from }) => ({
          term: `${kindNames[kind]}: collected`,
          value: from === null ? 'No' : `Only since ${dayInWords(from)}`,
          note: 'so that silence does not mean none',
        }))

const certainty = (criterion: CriterionRating): readonly Definition[] => {
  if (criterion.state !== 'known') return []
  const { interval, confidence } = criterion
  return [
    ...(interval === null
      ? []
      : [
          {
            term: `${percent(interval.level)} interval`,
            value: `${percent(interval.low)} to ${percent(interval.high)}`,
            note: 'where the true figure probably lies: wide where numbers are small',
          },
        ]),
    {
      term: 'Confidence',
      value: confidence.level === 'low' ? 'Low' : 'Good',
      note: confidence.because,
    },
  ]
}

const remedy = (criterion: CriterionRating): readonly Definition[] =>
  criterion.state === 'unknown'
    ? [
        { term: 'What would make it known', value: criterion.wouldHelp.what },
        { term: 'Who can provide it', value: criterion.wouldHelp.who },
      ]
    : []

/** The figures under a criterion's sentence: as many as it has. `policy` is the address of the policy that made them. */
export const figures = (
  rated: CriterionRating,
  policy: string,
  criterion: Criterion,
): readonly Definition[] => {
  const { evidence } = rated
  const counting = evidence !== null && 'window' in evidence ? evidence : null
  return [
    ...(counting === null
      ? []
      : [...counts(counting, criterion), time(counting, policy), ...collected(counting)]),
    ...certainty(rated),
    ...remedy(rated),
  ]
}
