import type { FieldError } from './field-error.ts'

/** Notes what is wrong with a field. Its null stands for the value that could not be read. */
export type Wrong<Field extends string = string> = (field: Field, text: string) => null

/** Returns a list for what is wrong with a form, and what adds to it: so that all of it is said at once. */
export const errorList = <Field extends string = string>(): {
  readonly errors: FieldError[]
  readonly wrong: Wrong<Field>
} => {
  const errors: FieldError[] = []
  return {
    errors,
    wrong: (field, text) => {
      errors.push({ field, text })
      return null
    },
  }
}
