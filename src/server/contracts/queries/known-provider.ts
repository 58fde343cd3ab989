import { type KnownProvider, recognise } from '../../../core/contracts/recognise-provider.ts'
import type { ProviderNamed } from '../../../core/contracts/terms.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Returns the providers of a council, by name. */
export const knownProviders = async (authority: string): Promise<KnownProvider[]> => {
  const rows = await db()
    .selectFrom('provider_now')
    .where('authority_id', '=', authority)
    .select(['id', 'legal_name', 'cqc_id', 'group_name'])
    .orderBy('legal_name')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.legal_name, cqcId: row.cqc_id, group: row.group_name }))
}

/** Recognises a provider among those of a council. */
export const recognisedProvider = async (authority: string, given: ProviderNamed) =>
  recognise(given, await knownProviders(authority))

/** Returns the names of a council's providers and groups, for a person who types one. */
export const providerNames = async (
  authority: string,
): Promise<{ providers: string[]; groups: string[] }> => {
  const providers = await knownProviders(authority)
  const groups = new Set(providers.flatMap(({ group }) => (group === null ? [] : [group])))
  return { providers: providers.map(({ name }) => name), groups: [...groups].toSorted() }
}
