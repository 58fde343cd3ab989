import { type ContractField, type ContractTyped, contractFields } from '../../core/contracts/contract-form.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { leadingToDays } from '../../ui/day-field.ts'
import type { Form } from '../platform/http/asked.ts'
import { dateOf } from '../platform/http/typed-date.ts'

/** Returns what was typed on the form of a contract, word for word. */
export const contractTyped = (form: Form): ContractTyped =>
  Object.fromEntries(
    (Object.keys(contractFields) as ContractField[]).map((field) => [
      field,
      field === 'starts' || field === 'ends' ? dateOf(form, field) : form.one(field),
    ]),
  ) as ContractTyped

const dates = ['starts', 'ends', 'on', 'notice', 'from']

/** Errors whose links lead to the first part of a date. */
export const linked = (errors: readonly FieldError[]) => leadingToDays(errors, dates)
