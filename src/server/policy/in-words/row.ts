/** How one row of the table is worked out. */
import { counted, listed } from '../../../core/kit/words.ts'
import type { CriterionDocument } from '../../../core/policy/documents/criterion.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { kindNames } from '../../register/words.ts'
import { overlapInWords } from './overlap.ts'
import { type Saying, saying } from './saying.ts'

type Of<Kind extends CriterionDocument['kind']> = Extract<CriterionDocument, { kind: Kind }>
type Counting = Of<'rate' | 'proportion' | 'points'>
type Documents = Policy['documents']

const time = ({ window: id }: Counting, { rating }: Documents): Saying => {
  const window = rating.windows.find((each) => each.id === id)
  return {
    about: 'Over which time',
    said: [{ text: `The last ${counted(window?.months ?? 0, 'month', 'months')}` }],
    section: 'times',
  }
}

const shared = ({ overlap }: Counting): readonly Saying[] =>
  overlap === undefined
    ? []
    : [saying('A figure in two colours', `The ${overlap.propose} one is proposed.`, overlap)]

const outcomesOf = ({ outcomes, progressed }: Of<'proportion'>['met']): string =>
  `Where the outcome is ${listed(
    outcomes.map((outcome) => outcome.replaceAll('-', ' ')),
    'or',
  )}${progressed ? ', and the enquiry progressed' : ''}`

const stated = (row: Of<'amount' | 'level' | 'since'>): readonly Saying[] => {
  const read = (text: string) => [saying('What is read', text, row.fact)]
  if (row.kind === 'since')
    return read('The whole months from the day that is stated to the day of the rating')
  if (row.kind === 'level') return read(`What is stated, worst first: ${listed(row.fact.grades)}`)
  const other = row.fact.takenFrom && ', or else the yearly value of the contracts in force'
  return read(`The number of ${row.fact.many} that is stated${other ?? ''}`)
}

const grade = (row: Of<'rating'>, { rating }: Documents): readonly Saying[] => {
  const scheme = rating.schemes.find(({ id }) => id === row.scheme)
  const part = scheme?.part ?? 'part'
  const overlaps = row.overlaps.map((rule) => ({
    text: overlapInWords(rule, row, rating.bands, part),
    value: rule,
  }))
  return [
    saying('What is read', `The newest published grade of ${scheme?.name ?? row.scheme}`),
    saying(`Deciding ${part}s`, listed(row.deciding.parts) || 'None', row.deciding),
    ...(overlaps.length === 0 ? [] : [{ about: 'A grade in two colours', said: overlaps }]),
  ]
}

const points = (row: Of<'points'>): readonly Saying[] => [
  {
    about: 'Points for each',
    said: row.points.map((each) => ({ text: `${kindNames[each.kind]}: ${each.each}`, value: each })),
  },
  ...(row.called === undefined ? [] : [saying('The sum is called', row.called.many, row.called)]),
]

const proportion = (row: Of<'proportion'>): readonly Saying[] => [
  saying('What is counted', `All ${row.counts.many} that ended in that time`, row.counts),
  ...(row.among === undefined ? [] : [saying('Of these', 'Only those that progressed', row.among)]),
  saying(`Counts as ${row.met.words}`, outcomesOf(row.met), row.met),
]

const own = (row: CriterionDocument, documents: Documents): readonly Saying[] => {
  if (row.kind === 'rating') return grade(row, documents)
  if ('fact' in row) return stated(row)
  const rest = [time(row, documents), ...shared(row)]
  if (row.kind === 'points') return [...points(row), ...rest]
  if (row.kind === 'proportion') return [...proportion(row), ...rest]
  const what = `All ${row.counts.many} that happened in that time, for the number of people using the service`
  return [saying('What is counted', what, row.counts), ...rest]
}

const whom = ({ appliesTo: { serviceTypes } }: CriterionDocument, { pack }: Documents): string =>
  serviceTypes === 'all'
    ? 'All types of service'
    : listed(serviceTypes.map((id) => pack.serviceTypes.find((type) => type.id === id)?.name ?? id))

/** Returns everything that a row says besides its cells: what it looks at, over which time, for whom, known by whom. */
export const rowInWords = (row: CriterionDocument, documents: Documents): readonly Saying[] => [
  ...own(row, documents),
  saying('Applies to', whom(row, documents), row.appliesTo),
  saying('Who can make it known', `From ${row.knownBy.who}: ${row.knownBy.what}`, row.knownBy),
]
