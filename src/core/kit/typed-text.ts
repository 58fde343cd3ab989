import type { Wrong } from './error-list.ts'

/** Reads a text that is not too long; null where it is empty. `what` begins the sentence of what is wrong: *The note*. */
export const textUpTo = <Field extends string>(
  typed: string,
  field: Field,
  what: string,
  longest: number,
  wrong: Wrong<Field>,
): string | null => {
  const text = typed.trim()
  if (text.length > longest)
    return wrong(field, `${what} must be ${longest} characters or fewer: it has ${text.length}`)
  return text || null
}
