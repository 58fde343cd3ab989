import type { FieldError } from '../../core/kit/field-error.ts'
import { leadingToDays } from '../../ui/day-field.ts'

/** The way back from a page about suspensions of a service. */
export const crumbsOf = (service: { readonly id: string; readonly name: string }, below = false) => [
  { text: 'Services', href: '/services' },
  { text: service.name, href: `/services/${service.id}` },
  ...(below ? [{ text: 'Suspensions', href: `/services/${service.id}/suspensions` }] : []),
]

const dates = ['starts', 'reviewOn', 'on']

/** Errors whose links lead to the first part of a date. */
export const linked = (errors: readonly FieldError[]) => leadingToDays(errors, dates)
