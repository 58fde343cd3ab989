import type { FieldError } from '../kit/field-error.ts'

/** What a person typed of a service that is not in the register, word for word. */
export type ServiceTyped = { readonly serviceName: string; readonly place: string; readonly postcode: string }

/** A form with nothing in it. */
export const blankService: ServiceTyped = { serviceName: '', place: '', postcode: '' }

/** A service as it was read. */
export type ServiceRead = {
  readonly name: string
  readonly place: string | null
  readonly postcode: string | null
}

const longest = 200
const postcodeShape = /^([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/

/** Returns a postcode as it is written on letters, `OL1 1AA`, or null where it is none. */
export const postcodeTyped = (text: string): string | null => {
  const [, out, back] = postcodeShape.exec(text.trim().toUpperCase().replace(/\s+/g, ' ')) ?? []
  return out === undefined ? null : `${out} ${back}`
}

/** Reads the name and place of a service. Returns them, or everything that is wrong at once. */
export const readService = (
  typed: ServiceTyped,
): { readonly service: ServiceRead } | { readonly errors: readonly FieldError[] } => {
  const errors: FieldError[] = []
  const name = typed.serviceName.trim().replace(/\s+/g, ' ')
  const place = typed.place.trim().replace(/\s+/g, ' ')
  const postcode = typed.postcode.trim() === '' ? null : postcodeTyped(typed.postcode)
  if (name === '') errors.push({ field: 'serviceName', text: 'Enter the name of the service' })
  if (name.length > longest)
    errors.push({
      field: 'serviceName',
      text: `The name must be ${longest} characters or fewer: it has ${name.length}`,
    })
  if (place.length > longest)
    errors.push({
      field: 'place',
      text: `The place must be ${longest} characters or fewer: it has ${place.length}`,
    })
  if (typed.postcode.trim() !== '' && postcode === null)
    errors.push({ field: 'postcode', text: 'Enter a full UK postcode, such as OL1 1AA, or leave it empty' })
  return errors.length > 0 ? { errors } : { service: { name, place: place || null, postcode } }
}
