import { db } from '../../platform/database/unit-of-work.ts'

/** Returns the services with a contract, over or not: what nobody asks for any more must also leave the plan. */
export const servicesUnderContract = async (authority: string | 'all'): Promise<readonly string[]> =>
  (
    await db()
      .selectFrom('contract_now')
      .$if(authority !== 'all', (query) => query.where('authority_id', '=', authority))
      .select('service_id')
      .distinct()
      .execute()
  ).map(({ service_id }) => service_id)
