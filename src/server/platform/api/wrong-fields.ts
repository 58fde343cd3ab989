import type { z } from 'zod'
import { parse } from '../../../core/kit/door.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { type Fault, fault, type ProblemCode } from '../../../core/kit/problems.ts'

/** What is wrong with one field of what was sent, and what to do. `field` is its path: `population.people`. */
export type WrongField = { readonly field: string; readonly says: string; readonly next: string }

type FieldsFault = Fault & { readonly fields: readonly WrongField[] }

/** Returns an error to throw where fields are wrong: every one of them at once. */
export const wrongFields = (
  fields: readonly WrongField[],
  code: ProblemCode = 'api-fields-wrong',
): FieldsFault => Object.assign(fault(code), { fields })

/** Returns the fields that an error names; none where it is of another kind. */
export const fieldsOf = (error: unknown): readonly WrongField[] =>
  error instanceof Error && 'fields' in error ? (error as FieldsFault).fields : []

const advice = 'See what the description at /api/v1/openapi.json asks for here.'

/** Returns the errors of a form of ours as wrong fields: their text says what to do. */
export const wrongTyped = (errors: readonly FieldError[]): Fault =>
  wrongFields(errors.map(({ field, text }) => ({ field, says: `${text}.`, next: advice })))

/** Returns what a schema makes of what was sent. Throws what is wrong, field by field. */
export const readBy = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  code: ProblemCode,
): z.output<Schema> => {
  const read = parse(schema, value, advice)
  if (read.ok) return read.value
  throw wrongFields(
    read.complaints.map(({ path, says, next }) => ({ field: path.map(String).join('.'), says, next })),
    code,
  )
}
