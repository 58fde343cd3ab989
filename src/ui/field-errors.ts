/** From a list of what is wrong with a form to its error summary and the message at each field. */
import type { FieldError } from '../core/kit/field-error.ts'
import type { ErrorMessageOptions } from './components/error-message.ts'
import { errorSummary } from './components/error-summary.ts'
import type { Content } from './html.ts'

type FieldErrors = readonly FieldError[] | undefined

/** The summary for the top of the page; nothing where nothing is wrong. */
export const errorSummaryOf = (errors: FieldErrors): Content =>
  errors !== undefined &&
  errors.length > 0 &&
  errorSummary({
    titleText: 'There is a problem',
    errorList: errors.map(({ field, text, id }) => ({ text, href: `#${id ?? field}` })),
  })

/** The first message of a field, as the `errorMessage` of its control: `errorOf(errors, 'dueDate')`. */
export const errorOf = (errors: FieldErrors, field: string): ErrorMessageOptions | undefined => {
  const found = errors?.find((error) => error.field === field)
  return found && { text: found.text }
}
