import { z } from 'zod'
import { adviceFor, always, quoted } from '../../kit/door.ts'
import { bareName } from '../../kit/words.ts'
import { partNamed, readGrade } from '../../policy/grades.ts'
import type { Scheme } from '../../policy/policy.ts'
import type { Grading } from '../facts.ts'
import { day, keyOf } from './fields.ts'

type Fault = { readonly path: readonly string[]; readonly says: string; readonly next: string }

const grade = z.string().nullable()

const gradeFault = (scheme: Scheme, path: readonly string[], written: unknown): readonly Fault[] => {
  if (typeof written !== 'string' || readGrade(scheme, written).state !== 'not-a-grade') return []
  const known = [...scheme.grades, ...scheme.aliases.map(({ name }) => name), ...scheme.notRated]
  return [
    { path, says: `${quoted(written)} is no grade of ${scheme.name}.`, next: adviceFor(written, known) },
  ]
}

const entriesOf = (parts: unknown): readonly (readonly [string, unknown])[] =>
  typeof parts === 'object' && parts !== null ? Object.entries(parts) : []

const partFaults = (scheme: Scheme, key: string, parts: unknown): readonly Fault[] => {
  const names = entriesOf(parts).map(([name]) => bareName(name))
  return entriesOf(parts).flatMap(([name, written], index): readonly Fault[] => {
    const path = [key, name]
    const says = `${quoted(name)} is no ${scheme.part} of ${scheme.name}.`
    const unknown =
      partNamed(scheme, name) === null ? [{ path, says, next: adviceFor(name, scheme.parts) }] : []
    const twice =
      names.indexOf(bareName(name)) < index
        ? [{ path, says: `The ${scheme.part} ${quoted(name)} is here twice.`, next: 'Take one of them out.' }]
        : []
    return [...unknown, ...twice, ...gradeFault(scheme, path, written)]
  })
}

const isGraded = (scheme: Scheme, written: unknown): boolean =>
  typeof written === 'string' && readGrade(scheme, written).state === 'graded'

const publishedFault = (scheme: Scheme, grades: readonly unknown[], published: unknown): readonly Fault[] => {
  if (published !== undefined || !grades.some((written) => isGraded(scheme, written))) return []
  const next = 'Give the day on which the grade was published.'
  return [{ path: ['published'], says: 'It is missing, and there is a grade.', next }]
}

type Shape = { readonly overall: z.ZodType; readonly published: z.ZodType }

const common = { overall: grade.nullish(), published: day.nullish() } satisfies Shape
const partsSchema = z.record(z.string(), grade).nullish()

/** Reports names that the scheme does not know. `schemeOf` finds the scheme of a grading, if it has one. */
const checked = (key: 'keyQuestions' | 'standards', schemeOf: (grading: unknown) => Scheme | undefined) =>
  z.superRefine((grading: unknown, context) => {
    const scheme = schemeOf(grading)
    if (scheme === undefined) return
    const [overall, parts] = [keyOf(grading, 'overall'), keyOf(grading, key)]
    const grades = [overall, ...entriesOf(parts).map(([, written]) => written)]
    for (const { path, says, next } of [
      ...gradeFault(scheme, ['overall'], overall),
      ...publishedFault(scheme, grades, keyOf(grading, 'published')),
      ...partFaults(scheme, key, parts),
    ])
      context.addIssue({ code: 'custom', path: [...path], message: says, params: { next } })
  }, always)

/** Returns the schema of a service's CQC rating. */
export const cqcSchema = (scheme: Scheme | undefined) =>
  z.strictObject({ ...common, keyQuestions: partsSchema }).check(checked('keyQuestions', () => scheme))

/** Returns the schema of an assessment; its kind is one of the schemes. */
export const assessmentSchema = (schemes: readonly Scheme[]) =>
  z
    .strictObject({ ...common, kind: z.enum(schemes.map(({ id }) => id)), standards: partsSchema })
    .check(checked('standards', (grading) => schemes.find(({ id }) => id === keyOf(grading, 'kind'))))

type GradingInput = {
  readonly overall?: string | null | undefined
  readonly published?: Grading['published'] | null | undefined
}

/** Returns the grading that a file's entry means: none while it is not published. */
export const gradingOf = (
  scheme: string,
  { overall, published }: GradingInput,
  parts: Grading['parts'] | null | undefined,
): readonly Grading[] =>
  published ? [{ scheme, published, recorded: published, overall: overall ?? null, parts: parts ?? {} }] : []
