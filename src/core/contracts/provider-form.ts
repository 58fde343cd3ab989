import type { FieldError } from '../kit/field-error.ts'
import type { ProviderNamed } from './terms.ts'

/** What a person typed of a provider, word for word. */
export type ProviderTyped = { readonly name: string; readonly cqcId: string; readonly group: string }

const longest = 200

/** Reads the form of a provider. Returns it, or everything that is wrong at once. */
export const readProvider = (
  typed: ProviderTyped,
): { readonly provider: ProviderNamed } | { readonly errors: readonly FieldError[] } => {
  const errors: FieldError[] = []
  const text = (field: keyof ProviderTyped, words: string): string => {
    const given = typed[field].trim().replace(/\s+/g, ' ')
    if (given.length > longest)
      errors.push({ field, text: `${words} must be ${longest} characters or fewer: it has ${given.length}` })
    return given
  }
  const name = text('name', 'The legal name')
  if (name === '') errors.push({ field: 'name', text: 'Enter the legal name of the provider' })
  const [cqcId, group] = [text('cqcId', 'The CQC provider id'), text('group', 'The name of the group')]
  return errors.length > 0 ? { errors } : { provider: { name, cqcId: cqcId || null, group: group || null } }
}
