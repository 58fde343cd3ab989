import type { FieldError } from '../../core/kit/field-error.ts'

/** The way back from a page about suspensions of a service. */
export const crumbsOf = (service: { readonly id: string; readonly name: string }, below = false) => [
  { text: 'Services', href: '/services' },
  { text: service.name, href: `/services/${service.id}` },
  ...(below ? [{ text: 'Suspensions', href: `/services/${service.id}/suspensions` }] : []),
]

const dates = ['starts', 'reviewOn', 'on']

/** Errors whose link leads to the first control of their field: a date begins with its day. */
export const linked = (errors: readonly FieldError[]) =>
  errors.map((error) => (dates.includes(error.field) ? { ...error, id: `${error.field}-day` } : error))
