import type { FieldError } from '../kit/field-error.ts'

const longestName = 100
const longestEmail = 254

/** Whether a text can be an email address. More than this only sending can tell. */
export const isEmail = (text: string): boolean =>
  text.length <= longestEmail && /^[^\s@<>,;:"()[\]\\]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text)

/** Returns what is wrong with a typed email address, or nothing. */
export const emailErrors = (field: string, typed: string): readonly FieldError[] =>
  isEmail(typed.trim()) ? [] : [{ field, text: 'Enter an email address, such as name@northfold.example' }]

/** Returns what is wrong with a typed name, or nothing. */
export const nameErrors = (field: string, typed: string): readonly FieldError[] =>
  typed.trim() === '' || typed.trim().length > longestName
    ? [{ field, text: `Enter the person’s name, of at most ${longestName} letters` }]
    : []
