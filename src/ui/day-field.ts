/** A day as a question of a form: three fields that end in `-day`, `-month` and `-year`. */
import type { FieldError } from '../core/kit/field-error.ts'
import { dateInput } from './components/date-input.ts'
import { errorOf } from './field-errors.ts'
import type { Html } from './html.ts'

export type DayField = {
  readonly name: string
  readonly text: string
  readonly hint?: string | undefined
  /** What was typed: its three parts, or one text with spaces between them. */
  readonly value: string | readonly [day: string, month: string, year: string]
  readonly errors: readonly FieldError[]
  /** How large the question is: as GOV.UK has it, small where nothing is said. */
  readonly size?: 's' | 'm' | undefined
}

/** Returns the question, with what was typed and what is wrong with it. */
export const dayField = ({ name, text, hint, value, errors, size = 's' }: DayField): Html => {
  const [day = '', month = '', year = ''] = typeof value === 'string' ? value.split(' ') : value
  return dateInput({
    id: name,
    namePrefix: name,
    fieldset: { legend: { text, classes: `govuk-fieldset__legend--${size}` } },
    ...(hint === undefined ? {} : { hint: { text: hint } }),
    values: { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year },
    errorMessage: errorOf(errors, name),
  })
}

/** Returns errors whose links lead to the first part of their field, where that field is one of these days. */
export const leadingToDays = (
  errors: readonly FieldError[],
  days: readonly string[],
): readonly FieldError[] =>
  errors.map((error) => (days.includes(error.field) ? { ...error, id: `${error.field}-day` } : error))
