/** Gaps, overlaps without a rule and unreachable bands in rows of grades, and names that no scheme has. */
import { adviceFor, quoted } from '../../kit/door.ts'
import { bareName } from '../../kit/words.ts'
import { gradeNamed, partNamed } from '../grades.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'
import { checkRule, type Path, permitted, type Row, type Scheme, unknownGrade } from './overlap-rules.ts'

const complain = about('rating')

const names = (row: Row, path: Path, scheme: Scheme): readonly PackComplaint[] => [
  ...Object.entries(row.tolerances).flatMap(([id, { grades }]) =>
    grades.flatMap((grade, index) =>
      unknownGrade([...path, 'tolerances', id, 'grades', index], grade, scheme),
    ),
  ),
  ...row.deciding.parts.flatMap((part, index) =>
    partNamed(scheme, part) === null
      ? [
          complain(
            [...path, 'deciding', 'parts', index],
            `${scheme.name} has no ${scheme.part} ${quoted(part)}.`,
            adviceFor(part, scheme.parts),
          ),
        ]
      : [],
  ),
]

const cellsOf = (row: Row, path: Path, scheme: Scheme): readonly PackComplaint[] =>
  scheme.grades.flatMap((grade) => {
    const bands = permitted(row, scheme, grade)
    const ruled = row.overlaps.some((rule) => gradeNamed(scheme, rule.grade) === grade)
    if (bands.length === 0)
      return [
        complain(
          [...path, 'tolerances'],
          `No band holds the grade ${grade}.`,
          `Add ${grade} to a band of this row.`,
        ),
      ]
    if (bands.length > 1 && !ruled)
      return [
        complain(
          [...path, 'tolerances', bands[0] ?? ''],
          `The grade ${grade} is in ${bands.join(' and ')}, and no rule says which.`,
          `Add a rule for ${grade} to overlaps, or take it out of one band.`,
        ),
      ]
    return []
  })

const unreached = (row: Row, path: Path, scheme: Scheme): readonly PackComplaint[] =>
  Object.keys(row.tolerances).flatMap((id) => {
    const reached = scheme.grades.some((grade) => {
      const bands = permitted(row, scheme, grade)
      const rule = row.overlaps.find((candidate) => bareName(candidate.grade) === bareName(grade))
      if (rule === undefined) return bands.includes(id)
      return rule.noPartKnown === id || rule.proposes.some(({ band }) => band === id)
    })
    if (reached) return []
    return [
      complain(
        [...path, 'tolerances', id],
        `No grade can reach ${quoted(id)}.`,
        'Give it a grade, or take the band out of this row.',
      ),
    ]
  })

const aliasesOf = ({ rating }: Documents): readonly PackComplaint[] =>
  rating.schemes.flatMap((scheme, index) =>
    scheme.aliases.flatMap(({ name, means }, at) => {
      const path = ['schemes', index, 'aliases', at]
      const dangling = unknownGrade([...path, 'means'], means, { ...scheme, aliases: [] })
      if (!scheme.grades.some((grade) => bareName(grade) === bareName(name))) return dangling
      return [
        ...dangling,
        complain([...path, 'name'], `${quoted(name)} is a grade already.`, 'Take the alias out.'),
      ]
    }),
  )

/** Returns everything that is wrong with rows of grades: unknown names, gaps, overlaps without a rule, unreachable bands. */
export const checkGrades = (documents: Documents): readonly PackComplaint[] => {
  const rows = documents.rating.criteria.flatMap((row, index) => {
    const scheme =
      row.kind === 'rating' ? documents.rating.schemes.find(({ id }) => id === row.scheme) : undefined
    if (row.kind !== 'rating' || scheme === undefined) return []
    const path = ['criteria', index]
    return [
      ...names(row, path, scheme),
      ...cellsOf(row, path, scheme),
      ...row.overlaps.flatMap((rule, at) => checkRule(rule, [...path, 'overlaps', at], row, scheme)),
      ...unreached(row, path, scheme),
    ]
  })
  return [...aliasesOf(documents), ...rows]
}
