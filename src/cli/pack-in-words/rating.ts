/** The rating of a pack in lines: its bands, how they come about, and each row. */
import { counted, listed } from '../../core/kit/words.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { bandOf } from '../../core/policy/resolve-criterion.ts'
import { meaningOf } from '../../server/policy/in-words/cell.ts'
import { leastKnownInWords, ruleInWords } from '../../server/policy/in-words/overall.ts'
import { rowInWords } from '../../server/policy/in-words/row.ts'
import { type Lined, saidLines, sectionOf, withMeaning } from './lines.ts'

type Row = Policy['documents']['rating']['criteria'][number]

const bands = ({ documents }: Policy, lined: Lined): readonly string[] =>
  documents.rating.bands.map((band) => {
    const text = band.text === undefined ? '' : `: ${band.text}`
    return lined(`${band.name}${text} (${bandOf(band).colour})`, band)
  })

const overall = (policy: Policy, lined: Lined): readonly string[] => {
  const { text, value } = leastKnownInWords(policy)
  return [
    ...saidLines(lined('How it is made', policy.documents.rating.overall), ruleInWords(policy), lined),
    lined(text, value),
  ]
}

const cells = (policy: Policy, { id: row, tolerances }: Row, lined: Lined): readonly string[] =>
  policy.documents.rating.bands.flatMap(({ id, name }) => {
    const cell = tolerances[id]
    if (cell === undefined) return []
    return [lined(`${name}: ${withMeaning(cell.text, meaningOf(policy, row, id))}`, cell)]
  })

const rowLines = (policy: Policy, row: Row, lined: Lined): readonly string[] => [
  `${lined(row.name, row)} (id ${row.id})`,
  ...[
    ...cells(policy, row, lined),
    ...rowInWords(row, policy.documents).flatMap(({ about, said }) => saidLines(about, said, lined)),
  ].map((line) => `  ${line}`),
]

const schemes = ({ documents }: Policy, lined: Lined): readonly string[] =>
  documents.rating.schemes.flatMap((scheme) => [
    lined(`${scheme.name}, worst first: ${listed(scheme.grades)}`, scheme),
    ...scheme.aliases.map((each) => lined(`  ${each.name} is the same as ${each.means}`, each)),
    lined(`  No grade: ${listed(scheme.notRated.grades)}`, scheme.notRated),
    `  Each ${scheme.part}: ${scheme.parts.join('; ') || 'none'}`,
  ])

const rest = ({ documents: { rating } }: Policy, lined: Lined): readonly string[] => {
  const { hangsOn, olderThan, interval } = rating.confidence
  return [
    lined(
      `A figure is unsure where ${counted(hangsOn.cases, 'case', 'cases')} fewer would change its band`,
      hangsOn,
    ),
    lined(
      `A rating by others is unsure where it is older than ${counted(olderThan.years, 'year', 'years')}`,
      olderThan,
    ),
    lined(`The interval beside each share: ${interval.level.text}`, interval),
    ...rating.shownNotScored.map((each) => lined(`Shown, and in no row: ${each.kind}`, each)),
  ]
}

/** Returns everything that `rating.yaml` says. */
export const ratingLines = (policy: Policy, lined: Lined): readonly string[] => {
  const { windows, criteria } = policy.documents.rating
  return [
    ...sectionOf('Results, worst first', bands(policy, lined)),
    ...sectionOf(policy.rating.name ?? 'The overall rating', overall(policy, lined)),
    ...sectionOf(
      'Rows',
      criteria.flatMap((row) => rowLines(policy, row, lined)),
    ),
    ...sectionOf(
      'Windows: each ends on the day of the rating, and holds it',
      windows.map((each) => lined(`The last ${counted(each.months, 'month', 'months')} (${each.id})`, each)),
    ),
    ...sectionOf('Ratings by others', schemes(policy, lined)),
    ...sectionOf('Beside the rating', rest(policy, lined)),
  ]
}
