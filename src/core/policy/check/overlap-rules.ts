/** The rules that resolve overlaps of grades: whether each can do what it says. */
import { adviceFor, quoted } from '../../kit/door.ts'
import type { CriterionDocument } from '../documents/criterion.ts'
import { gradeNamed, isBelow } from '../grades.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('rating')

export type Scheme = Documents['rating']['schemes'][number]
export type Row = Extract<CriterionDocument, { kind: 'rating' }>
type Rule = Row['overlaps'][number]
export type Path = readonly PropertyKey[]

/** Returns the ids of the bands whose cell names a grade. */
export const permitted = (row: Row, scheme: Scheme, grade: string): readonly string[] =>
  Object.entries(row.tolerances)
    .filter(([, { grades }]) => grades.some((written) => gradeNamed(scheme, written) === grade))
    .map(([id]) => id)

/** Returns a complaint where the scheme has no such grade. */
export const unknownGrade = (path: Path, written: string, scheme: Scheme): readonly PackComplaint[] =>
  gradeNamed(scheme, written) === null
    ? [complain(path, `${scheme.name} has no grade ${quoted(written)}.`, adviceFor(written, scheme.grades))]
    : []

/** Returns everything that is wrong with one rule. */
export const checkRule = (rule: Rule, path: Path, row: Row, scheme: Scheme): readonly PackComplaint[] => {
  const grade = gradeNamed(scheme, rule.grade)
  if (grade === null) return unknownGrade([...path, 'grade'], rule.grade, scheme)
  const bands = permitted(row, scheme, grade)
  if (bands.length < 2)
    return [
      complain(
        [...path, 'grade'],
        `The grade ${grade} is in one band only, so there is nothing to resolve.`,
        'Take the rule out.',
      ),
    ]
  const notPermitted = [
    { band: rule.noPartKnown, at: [...path, 'noPartKnown'] },
    ...rule.proposes.map(({ band }, index) => ({ band, at: [...path, 'proposes', index, 'band'] })),
  ].flatMap(({ band, at }) =>
    bands.includes(band)
      ? []
      : [
          complain(
            at,
            `The row does not permit ${quoted(band)} for the grade ${grade}.`,
            `Propose ${bands.join(' or ')}.`,
          ),
        ],
  )
  return [...notPermitted, ...alternativesOf(rule, path, scheme)]
}

const isOpen = ({ ifAnyOf = [] }: Rule['proposes'][number]): boolean => ifAnyOf.length === 0

const alternativesOf = (rule: Rule, path: Path, scheme: Scheme): readonly PackComplaint[] => {
  const firstOpen = rule.proposes.findIndex(isOpen)
  const ends =
    firstOpen === -1
      ? [
          complain(
            [...path, 'proposes'],
            'Nothing is proposed where no condition holds.',
            'End the list with a band without ifAnyOf.',
          ),
        ]
      : rule.proposes
          .slice(firstOpen + 1)
          .map(({ band }, index) =>
            complain(
              [...path, 'proposes', firstOpen + 1 + index],
              `${quoted(band)} can never be proposed: the one above it has no condition.`,
              'Put the band without ifAnyOf last.',
            ),
          )
  const conditions = rule.proposes.flatMap(({ ifAnyOf = [] }, index) =>
    ifAnyOf.flatMap(({ below }, at) => {
      const where = [...path, 'proposes', index, 'ifAnyOf', at, 'below']
      const grade = gradeNamed(scheme, below)
      if (grade === null) return unknownGrade(where, below, scheme)
      if (scheme.grades.some((other) => isBelow(scheme, other, grade))) return []
      return [
        complain(where, `No grade is below ${grade}.`, 'Name a higher grade, or take the condition out.'),
      ]
    }),
  )
  return [...ends, ...conditions]
}
