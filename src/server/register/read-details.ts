import { readService, type ServiceRead, type ServiceTyped } from '../../core/contracts/service-form.ts'
import type { Day } from '../../core/kit/days.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { choiceTyped } from '../../core/kit/typed-choice.ts'
import { dayTyped } from '../../core/kit/typed-day.ts'
import { serviceTypeNames } from './words.ts'

/** What was typed of a service, word for word. */
type DetailsTyped = ServiceTyped & { readonly serviceType: string }

type Wrong = { readonly errors: readonly FieldError[] }

/** Reads what a service is: what it says, or everything that is wrong with it. */
export const readDetails = (typed: DetailsTyped): (ServiceRead & { readonly type: string }) | Wrong => {
  const read = readService(typed)
  const type = choiceTyped(typed.serviceType, serviceTypeNames)
  const errors: readonly FieldError[] = [
    ...('errors' in read ? read.errors : []),
    ...(type === null ? [{ field: 'serviceType', text: 'Select the type of service' }] : []),
  ]
  return errors.length > 0 || 'errors' in read || type === null ? { errors } : { ...read.service, type }
}

const longest = 1000

/** Reads how a service ends: its last day and why, or everything that is wrong with it. */
export const readEnd = (
  typed: { readonly on: string; readonly reason: string },
  today: Day,
): { readonly on: Day; readonly reason: string } | Wrong => {
  const on = dayTyped(typed.on)
  const reason = typed.reason.trim()
  const errors: FieldError[] = []
  if (on === null) errors.push({ field: 'on', text: 'Enter the last day of the service, such as 27 3 2026' })
  else if (on > today) errors.push({ field: 'on', text: 'The last day must be today or in the past' })
  if (reason === '') errors.push({ field: 'reason', text: 'Say why the service ends' })
  if (reason.length > longest)
    errors.push({
      field: 'reason',
      text: `The reason must be ${longest} characters or fewer: it has ${reason.length}`,
    })
  return errors.length > 0 || on === null ? { errors } : { on, reason }
}
