import type { KnownContract } from '../../../core/contracts/judge-row.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { termsOf } from '../contract-row.ts'

/** Returns the contracts of a council by their reference in lower case, as the rows of a file are compared with them. */
export const knownContracts = async (authority: string): Promise<ReadonlyMap<string, KnownContract>> => {
  const rows = await db()
    .selectFrom('contract_now as contract')
    .innerJoin('service_now', 'service_now.id', 'contract.service_id')
    .innerJoin('provider_now as provider', 'provider.id', 'contract.provider_id')
    .where('contract.authority_id', '=', authority)
    .selectAll('contract')
    .select(['service_now.name as service', 'provider.cqc_id'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.reference.toLowerCase(),
      {
        id: row.id,
        version: row.version,
        serviceId: row.service_id,
        service: row.service,
        stopped: row.stopped !== null,
        lead: row.lead_named === true ? row.lead_id : null,
        terms: termsOf(row),
        provider: { name: row.provider_name ?? '', cqcId: row.cqc_id, group: row.group_name },
      },
    ]),
  )
}
