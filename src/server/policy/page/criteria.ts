import { counted, listed } from '../../../core/kit/words.ts'
import type { CriterionDocument } from '../../../core/policy/documents/criterion.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { kindNames } from '../../register/words.ts'
import type { Marks } from './marks.ts'
import { overlapInWords } from './overlap.ts'
import { type Fact, facts, points } from './section.ts'

type Of<Kind extends CriterionDocument['kind']> = Extract<CriterionDocument, { kind: Kind }>
type Stated = Of<'amount' | 'level' | 'since'>
type Counting = Of<'rate' | 'proportion' | 'points'>
type Documents = Policy['documents']

const windowOf = ({ rating }: Documents, id: string): string => {
  const months = rating.windows.find((window) => window.id === id)?.months ?? 0
  return `The last ${counted(months, 'month', 'months')}`
}

const outcomesOf = ({ outcomes, progressed }: Of<'proportion'>['met']): string =>
  `the outcome is ${listed(
    outcomes.map((outcome) => outcome.replaceAll('-', ' ')),
    'or',
  )}${progressed ? ', and the enquiry progressed' : ''}`

const shared = ({ overlap }: Counting, marks: Marks): Fact | false =>
  overlap !== undefined && [
    'A figure in two colours',
    html`The ${overlap.propose} one is proposed. ${marks.of(overlap)}`,
  ]

const stated = (row: Stated, marks: Marks): readonly Fact[] => {
  const mark = marks.of(row.fact)
  if (row.kind === 'amount')
    return [
      [
        'What is read',
        html`The number of ${row.fact.many} that is stated${row.fact.takenFrom && ', or else the yearly value of the contracts in force'} ${mark}`,
      ],
    ]
  if (row.kind === 'level')
    return [['What is read', html`What is stated, worst first: ${listed(row.fact.grades)} ${mark}`]]
  return [
    ['What is read', html`The whole months from the day that is stated to the day of the rating ${mark}`],
  ]
}

const rating = (row: Of<'rating'>, documents: Documents, marks: Marks): readonly (Fact | false)[] => {
  const scheme = documents.rating.schemes.find(({ id }) => id === row.scheme)
  const part = scheme?.part ?? 'part'
  return [
    ['What is read', `The newest published grade of ${scheme?.name ?? row.scheme}`],
    [`Deciding ${part}s`, html`${listed(row.deciding.parts)} ${marks.of(row.deciding)}`],
    row.overlaps.length > 0 && [
      'A grade in two colours',
      row.overlaps.map(
        (rule) =>
          html`<p class="govuk-body">${overlapInWords(rule, row, documents.rating.bands, part)} ${marks.of(rule)}</p>`,
      ),
    ],
  ]
}

const counting = (row: CriterionDocument, documents: Documents, marks: Marks): readonly (Fact | false)[] => {
  if (row.kind === 'rating') return rating(row, documents, marks)
  if ('fact' in row) return stated(row, marks)
  const time: Fact = [
    'Over which time',
    html`<a class="govuk-link" href="#times">${windowOf(documents, row.window)}</a>`,
  ]
  if (row.kind === 'points')
    return [
      [
        'Points for each',
        points(row.points.map((each) => html`${kindNames[each.kind]}: ${each.each} ${marks.of(each)}`)),
      ],
      row.called !== undefined && ['The sum is called', html`${row.called.many} ${marks.of(row.called)}`],
      time,
      shared(row, marks),
    ]
  const what: Content =
    row.kind === 'rate'
      ? `All ${row.counts.many} that happened in that time, for the number of people using the service`
      : `All ${row.counts.many} that ended in that time`
  return [
    ['What is counted', html`${what} ${marks.of(row.counts)}`],
    row.kind === 'proportion' && [
      `Counts as ${row.met.words}`,
      html`Where ${outcomesOf(row.met)} ${marks.of(row.met)}`,
    ],
    time,
    shared(row, marks),
  ]
}

const appliesTo = ({ appliesTo: { serviceTypes } }: CriterionDocument, { pack }: Documents): string =>
  serviceTypes === 'all'
    ? 'All types of service'
    : listed(serviceTypes.map((id) => pack.serviceTypes.find((type) => type.id === id)?.name ?? id))

/** How each row of the table is worked out. */
export const criteriaInWords = (documents: Documents, marks: Marks): Html =>
  html`${documents.rating.criteria.map(
    (row) => html`<h3 class="govuk-heading-m" id="criterion-${row.id}">${row.name}</h3>
${facts([
  ...counting(row, documents, marks),
  ['Applies to', html`${appliesTo(row, documents)} ${marks.of(row.appliesTo)}`],
  ['Who can make it known', html`From ${row.knownBy.who}: ${row.knownBy.what} ${marks.of(row.knownBy)}`],
])}`,
  )}`
