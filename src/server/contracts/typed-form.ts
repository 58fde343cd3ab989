import { type ContractField, type ContractTyped, contractFields } from '../../core/contracts/contract-form.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import type { Form } from '../platform/http/asked.ts'

/** The three parts of a date with spaces between, as the reader takes them; nothing where all are empty. */
export const dateOf = (form: Form, field: string): string => {
  const parts = ['day', 'month', 'year'].map((part) => form.one(`${field}-${part}`).trim())
  return parts.some(Boolean) ? parts.join(' ') : ''
}

/** Returns what was typed on the form of a contract, word for word. */
export const contractTyped = (form: Form): ContractTyped =>
  Object.fromEntries(
    (Object.keys(contractFields) as ContractField[]).map((field) => [
      field,
      field === 'starts' || field === 'ends' ? dateOf(form, field) : form.one(field),
    ]),
  ) as ContractTyped

const dates = ['starts', 'ends', 'on', 'notice', 'from']

/** Errors whose link leads to the first control of their field: a date begins with its day. */
export const linked = (errors: readonly FieldError[]) =>
  errors.map((error) => (dates.includes(error.field) ? { ...error, id: `${error.field}-day` } : error))
