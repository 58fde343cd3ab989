import { sql } from 'kysely'
import type { ProviderNamed } from '../../../core/contracts/terms.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'

export type ListedProvider = ProviderNamed & { readonly id: string; readonly contracts: number }

/** Returns the providers of a council by group and name, with how many contracts each has. */
export const listProviders = async (authority: string): Promise<ListedProvider[]> => {
  const rows = await db()
    .selectFrom('provider_now as provider')
    .leftJoin('contract', 'contract.provider_id', 'provider.id')
    .where('provider.authority_id', '=', authority)
    .select(['provider.id', 'provider.legal_name', 'provider.cqc_id', 'provider.group_name'])
    .select(sql<number>`count(contract.id)`.as('contracts'))
    .groupBy(['provider.id', 'provider.legal_name', 'provider.cqc_id', 'provider.group_name'])
    .orderBy('provider.group_name', (order) => order.asc().nullsLast())
    .orderBy('provider.legal_name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.legal_name,
    cqcId: row.cqc_id,
    group: row.group_name,
    contracts: Number(row.contracts),
  }))
}

/** Returns a provider with the council that it is of. Throws `not-found` where the actor may not see it. */
export const providerById = async (id: string): Promise<ProviderNamed & { readonly authority: string }> => {
  const row = await db().selectFrom('provider_now').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'provider', id })
  return { authority: row.authority_id, name: row.legal_name, cqcId: row.cqc_id, group: row.group_name }
}
