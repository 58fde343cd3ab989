/** Rows that read a stated fact: keys used twice, grades in no cell or in two, ends that are no months or amounts. */
import { adviceFor, quoted } from '../../kit/door.ts'
import type { CriterionDocument } from '../documents/criterion.ts'
import { gradeNamed } from '../grades.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('rating')

type Path = readonly PropertyKey[]
type Of<Kind extends CriterionDocument['kind']> = Extract<CriterionDocument, { kind: Kind }>

const gradesOf = ({ fact, tolerances }: Of<'level'>, path: Path): readonly PackComplaint[] => {
  const scheme = { grades: fact.grades, aliases: [] }
  const cells = Object.entries(tolerances)
  const unknown = cells.flatMap(([id, { grades }]) =>
    grades.flatMap((grade, index) =>
      gradeNamed(scheme, grade) === null
        ? [
            complain(
              [...path, 'tolerances', id, 'grades', index],
              `The fact ${fact.key} has no grade ${quoted(grade)}.`,
              adviceFor(grade, fact.grades),
            ),
          ]
        : [],
    ),
  )
  const places = fact.grades.flatMap((grade) => {
    const holding = cells.filter(([, { grades }]) =>
      grades.some((written) => gradeNamed(scheme, written) === grade),
    )
    if (holding.length === 1) return []
    const says =
      holding.length === 0
        ? `No band holds the grade ${grade}.`
        : `The grade ${grade} is in ${holding.map(([id]) => id).join(' and ')}.`
    return [complain([...path, 'tolerances'], says, `Let exactly one band of this row hold ${grade}.`)]
  })
  const empty = cells
    .filter(([, { grades }]) => grades.length === 0)
    .map(([id]) =>
      complain(
        [...path, 'tolerances', id],
        `No grade can reach ${quoted(id)}.`,
        'Give it a grade, or take the band out of this row.',
      ),
    )
  return [...unknown, ...places, ...empty]
}

const ends = ['over', 'from', 'under', 'to'] as const

const endsOf = ({ kind, tolerances }: Of<'amount' | 'since'>, path: Path): readonly PackComplaint[] =>
  Object.entries(tolerances).flatMap(([id, cell]) =>
    ends.flatMap((end) => {
      const at = cell[end]
      if (at === undefined) return []
      const isWrong = kind === 'since' ? at.denominator !== 1 : at.text.endsWith('%')
      if (!isWrong) return []
      const [what, next] =
        kind === 'since'
          ? ['a whole number of months', 'Write months, such as 12.']
          : ['an amount', 'Write a number, without %.']
      return [complain([...path, 'tolerances', id, end], `${quoted(at.text)} is not ${what}.`, next)]
    }),
  )

/** Returns everything that is wrong with rows that read a stated fact. */
export const checkStated = ({ rating }: Documents): readonly PackComplaint[] => {
  const keys = rating.criteria.map((row) => ('fact' in row ? row.fact.key : null))
  return rating.criteria.flatMap((row, index) => {
    if (!('fact' in row)) return []
    const path = ['criteria', index]
    const { key } = row.fact
    const again =
      keys.indexOf(key) === index
        ? []
        : [
            complain(
              [...path, 'fact', 'key'],
              `The fact ${quoted(key)} is read twice.`,
              'Give it another key, or take one of the two rows out.',
            ),
          ]
    return [...again, ...(row.kind === 'level' ? gradesOf(row, path) : endsOf(row, path))]
  })
}
