/** Alerts: a rule has one entry, with the numbers that it needs; and what is expected is a grade of its scheme. */
import { ruleNamed } from '../../alerts/rules.ts'
import { adviceFor, quoted } from '../../kit/door.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('alerts')

const numbers = ['after', 'ahead', 'within'] as const

type Entry = NonNullable<Documents['alerts']>['rules'][number]

const checkNumbers = (entry: Entry, index: number): readonly PackComplaint[] => {
  const needs = ruleNamed(entry.rule)?.needs ?? []
  return numbers.flatMap((number) => {
    const path = ['rules', index, number]
    const needed = needs.includes(number)
    if (needed && entry[number] === undefined)
      return [complain(path, `${quoted(entry.rule)} needs ${number}.`, `Add ${number}: { days: n }.`)]
    if (!needed && entry[number] !== undefined)
      return [complain(path, `${quoted(entry.rule)} does not read ${number}.`, 'Take it out.')]
    return []
  })
}

const checkRules = (rules: readonly Entry[]): readonly PackComplaint[] =>
  rules.flatMap((entry, index) => [
    ...(rules.findIndex(({ rule }) => rule === entry.rule) === index
      ? []
      : [complain(['rules', index, 'rule'], `${quoted(entry.rule)} has two entries.`, 'Keep one of them.')]),
    ...checkNumbers(entry, index),
  ])

const checkExpected = ({ alerts, rating }: Documents): readonly PackComplaint[] =>
  (alerts?.expected ?? []).flatMap(({ scheme: id, atLeast, noPartAt }, index) => {
    const scheme = rating.schemes.find((each) => each.id === id)
    const path = ['expected', index]
    if (scheme === undefined) {
      const known = rating.schemes.map((each) => each.id)
      return [complain([...path, 'scheme'], `There is no scheme ${quoted(id)}.`, adviceFor(id, known))]
    }
    return (
      [
        ['atLeast', atLeast],
        ['noPartAt', noPartAt],
      ] as const
    ).flatMap(([key, grade]) =>
      grade === undefined || scheme.grades.includes(grade)
        ? []
        : [
            complain(
              [...path, key],
              `${quoted(grade)} is no grade of ${scheme.name}.`,
              adviceFor(grade, scheme.grades),
            ),
          ],
    )
  })

const checkEngagement = ({ alerts }: Documents): readonly PackComplaint[] =>
  alerts === undefined || alerts.engagement !== undefined || alerts.expected.length === 0
    ? []
    : [
        complain(
          ['expected'],
          'It is not said what counts as engagement.',
          'Add engagement: counts, and where it comes from.',
        ),
      ]

/** Returns everything that is wrong with a pack's rules of alerts. */
export const checkAlerts = (documents: Documents): readonly PackComplaint[] => [
  ...checkRules(documents.alerts?.rules ?? []),
  ...checkExpected(documents),
  ...checkEngagement(documents),
]
