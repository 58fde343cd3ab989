import { sql } from 'kysely'
import { dayOf } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** Returns who runs each of some services today, by service. For the council's people. */
export const providersOfServices = async (
  services: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (services.length === 0) return new Map()
  const { rows } = await sql<{ service: string; provider: string }>`
    select service_id as service, provider_id as provider from service_provider_on(${dayOf(now())})
    where service_id in (${sql.join(services)})`.execute(db())
  return new Map(rows.map(({ service, provider }) => [service, provider]))
}

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
