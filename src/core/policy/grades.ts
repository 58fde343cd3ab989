/** Names of grades and parts, as people and feeds write them. */
import { bareName } from '../kit/words.ts'
import type { Scheme } from './policy.ts'

/** What a written grade is: one of the scheme's, no grade (not rated, empty), or nothing that the scheme knows. */
export type ReadGrade =
  | { readonly state: 'graded'; readonly grade: string }
  | { readonly state: 'not-rated' }
  | { readonly state: 'not-a-grade' }

const same = (first: string, second: string): boolean => bareName(first) === bareName(second)

/** Returns the scheme's own name for a grade or an alias of one, or null where it is neither. */
export const gradeNamed = (scheme: Pick<Scheme, 'grades' | 'aliases'>, written: string): string | null => {
  if (scheme.grades.includes(written)) return written
  const meant = scheme.aliases.find(({ name }) => same(name, written))?.means ?? written
  return scheme.grades.find((grade) => same(grade, meant)) ?? null
}

/** Returns the scheme's own name for a part, or null where it has none so called. */
export const partNamed = (scheme: Pick<Scheme, 'parts'>, written: string): string | null =>
  scheme.parts.includes(written) ? written : (scheme.parts.find((part) => same(part, written)) ?? null)

/** Returns what a written grade is in a scheme. */
export const readGrade = (scheme: Scheme, written: string | null): ReadGrade => {
  if (written === null) return { state: 'not-rated' }
  const grade = gradeNamed(scheme, written)
  if (grade !== null) return { state: 'graded', grade }
  if (bareName(written) === '') return { state: 'not-rated' }
  return { state: scheme.notRated.some((name) => same(name, written)) ? 'not-rated' : 'not-a-grade' }
}

/** Whether one grade of a scheme is below another. Grades stand worst first. */
export const isBelow = (scheme: Pick<Scheme, 'grades'>, grade: string, other: string): boolean =>
  scheme.grades.indexOf(grade) < scheme.grades.indexOf(other)
