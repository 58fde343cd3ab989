import { sql } from 'kysely'
import { dayOf } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** Returns who runs a service today. For the council's people: the contracts that say so are theirs. */
export const providerOfService = async (
  service: string,
): Promise<{ provider: string; group: string | null }> => {
  const { rows } = await sql<{ provider: string; group: string | null }>`
    select provider_id as provider, group_id as "group" from service_provider_on(${dayOf(now())})
    where service_id = ${service}`.execute(db())
  const [row] = rows
  if (!row) throw fault('no-provider')
  return row
}
