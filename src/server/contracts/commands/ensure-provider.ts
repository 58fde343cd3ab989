import { randomUUID } from 'node:crypto'
import type { ProviderNamed } from '../../../core/contracts/terms.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { recognisedProvider } from '../queries/known-provider.ts'

const ensureGroup = async (authority: string, name: string | null, event: number): Promise<string | null> => {
  if (name === null) return null
  const known = await db()
    .selectFrom('provider_group')
    .where('authority_id', '=', authority)
    .where((where) => where(where.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .select('id')
    .executeTakeFirst()
  if (known) return known.id
  const id = randomUUID()
  await db()
    .insertInto('provider_group')
    .values({ id, authority_id: authority, name, recorded_at: now(), event_id: event })
    .execute()
  return id
}

/** Gives a provider its name, CQC id and group. */
export const updateProvider = async (
  authority: string,
  id: string,
  { name, cqcId, group }: ProviderNamed,
  event: number,
): Promise<void> =>
  void (await db()
    .updateTable('provider')
    .set({
      legal_name: name,
      cqc_id: cqcId,
      group_id: await ensureGroup(authority, group, event),
      recorded_at: now(),
      event_id: event,
    })
    .where('id', '=', id)
    .execute())

const insertProvider = async (authority: string, named: ProviderNamed, event: number): Promise<string> => {
  const id = randomUUID()
  await db()
    .insertInto('provider')
    .values({
      id,
      authority_id: authority,
      legal_name: named.name,
      cqc_id: named.cqcId,
      group_id: await ensureGroup(authority, named.group, event),
      recorded_at: now(),
      event_id: event,
    })
    .execute()
  return id
}

/** Returns the id of the provider that was named: a new one is added, and what was empty of a known one is filled in. */
export const ensureProvider = async (
  authority: string,
  named: ProviderNamed,
  event: number,
): Promise<string> => {
  const found = await recognisedProvider(authority, named)
  if ('errors' in found)
    throw new Error('A provider that contradicts a known one was not refused by its form')
  if (found.id === null) return insertProvider(authority, found.provider, event)
  await updateProvider(authority, found.id, found.provider, event)
  return found.id
}

type WithProvider = { readonly authority: string; readonly provider: ProviderNamed }

const keyOf = ({ authority, provider: { name, cqcId, group } }: WithProvider): string =>
  JSON.stringify([authority, name, cqcId, group])

/** Ensures the providers of many contracts, each once. Returns what finds the id of a contract's provider. */
export const ensureProviders = async (
  contracts: readonly WithProvider[],
  event: number,
): Promise<(contract: WithProvider) => string> => {
  const ids = new Map<string, string>()
  for (const contract of contracts) {
    const key = keyOf(contract)
    if (!ids.has(key)) ids.set(key, await ensureProvider(contract.authority, contract.provider, event))
  }
  return (contract) => ids.get(keyOf(contract)) ?? ''
}
