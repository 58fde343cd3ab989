import { type ProviderTyped, readProvider } from '../../core/contracts/provider-form.ts'
import type { ProviderNamed } from '../../core/contracts/terms.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { listProviders } from './queries/list-providers.ts'

/** What another provider has already: two of one name would be one in every list. */
const taken = async (
  authority: string,
  own: string,
  typed: ProviderTyped,
): Promise<readonly FieldError[]> => {
  const others = (await listProviders(authority)).filter(({ id }) => id !== own)
  const name = typed.name.trim().toLowerCase()
  return [
    ...(others.some((other) => other.name.toLowerCase() === name)
      ? [{ field: 'name', text: 'Another provider has this name: enter a different one' }]
      : []),
    ...(others.some(({ cqcId }) => cqcId !== null && cqcId === typed.cqcId.trim())
      ? [{ field: 'cqcId', text: 'Another provider has this CQC id: enter a different one' }]
      : []),
  ]
}

/** Reads what a provider is to be. Returns it, or everything that is wrong with it at once. */
export const readOwnProvider = async (
  authority: string,
  id: string,
  typed: ProviderTyped,
): Promise<{ readonly provider: ProviderNamed } | { readonly errors: readonly FieldError[] }> => {
  const read = readProvider(typed)
  const errors = [...('errors' in read ? read.errors : []), ...(await taken(authority, id, typed))]
  return errors.length > 0 || 'errors' in read ? { errors } : read
}
