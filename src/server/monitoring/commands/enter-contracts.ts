import { sql } from 'kysely'
import type { Day } from '../../../core/kit/days.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Remembers from when all contracts of an authority are under the plan; of those that are known already, nothing changes. */
export const enterContracts = async (authority: string, on: Day): Promise<void> =>
  void (await sql`insert into contract_entry (contract_id, authority_id, service_id, entered_on)
    select id, authority_id, service_id, ${on} from contract_now where authority_id = ${authority}
    on conflict do nothing`.execute(db()))
