import type { ProviderNamed } from '../../../core/contracts/terms.ts'
import { emit } from '../../platform/events/emit.ts'
import { providerById } from '../queries/list-providers.ts'
import { updateProvider } from './ensure-provider.ts'

/** Changes a provider in all of its contracts. The same again changes nothing. */
export const changeProvider = async (id: string, after: ProviderNamed): Promise<boolean> => {
  const { authority, ...before } = await providerById(id)
  if (before.name === after.name && before.cqcId === after.cqcId && before.group === after.group) return false
  await emit(
    { kind: 'provider.changed', authority, subject: { kind: 'provider', id }, payload: { before, after } },
    (event) => updateProvider(authority, id, after, event.id),
  )
  return true
}
