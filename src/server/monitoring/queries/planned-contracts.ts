import type { Day } from '../../../core/kit/days.ts'
import type { Planned } from '../../../core/monitoring/plan.ts'
import type { ContractSays } from '../../../core/monitoring/row.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** A contract as it is planned for, with whose it is. */
export type ContractPlanned = Planned & {
  readonly contract: string
  readonly service: string
}

const earlier = (one: Day | null, other: Day | null): Day | null =>
  one === null ? other : other === null || one < other ? one : other

const bandsOf = async (authority: string, services: readonly string[]) =>
  Map.groupBy(
    await db()
      .selectFrom('monitored_band')
      .where('authority_id', '=', authority)
      .where('service_id', 'in', services)
      .select(['service_id', 'band', 'since as from'])
      .orderBy('id')
      .execute(),
    ({ service_id }) => service_id,
  )

const lastHeldOf = async (authority: string, services: readonly string[]) =>
  Map.groupBy(
    await db()
      .selectFrom('activity')
      .where('authority_id', '=', authority)
      .where('service_id', 'in', services)
      .where('state', '=', 'held')
      .where('counts', '=', true)
      .groupBy(['contract_id', 'activity'])
      .select(['contract_id', 'activity'])
      .select((select) => select.fn.max('held_on').as('held'))
      .execute(),
    ({ contract_id }) => contract_id,
  )

const saidOf = async (authority: string, contracts: readonly string[]) =>
  Map.groupBy(
    await db()
      .selectFrom('contract_monitoring')
      .where('authority_id', '=', authority)
      .where('contract_id', 'in', contracts)
      .select(['contract_id', 'activity', 'asks_for', 'every_months'])
      .execute(),
    ({ contract_id }) => contract_id,
  )

type Said = { readonly activity: string; readonly asks_for: boolean; readonly every_months: number | null }

const says = (rows: readonly Said[]): Readonly<Record<string, ContractSays>> =>
  Object.fromEntries(
    rows.map(({ activity, asks_for, every_months }) => [
      activity,
      { asksFor: asks_for, every: every_months === null ? null : { months: every_months } },
    ]),
  )

/** Returns the contracts of some services that are not over on a day, with all that their plan follows from: in five queries. */
export const plannedContracts = async (
  authority: string,
  services: readonly string[],
  today: Day,
): Promise<readonly ContractPlanned[]> => {
  if (services.length === 0) return []
  const rows = await db()
    .selectFrom('contract_now')
    .innerJoin('service_now', 'service_now.id', 'contract_now.service_id')
    .leftJoin('cqc_location_now as location', 'location.id', 'service_now.location_id')
    .leftJoin('contract_entry as entry', 'entry.contract_id', 'contract_now.id')
    .where('contract_now.authority_id', '=', authority)
    .where('contract_now.service_id', 'in', services)
    .where((where) => where.or([where('stopped_on', 'is', null), where('stopped_on', '>=', today)]))
    .where((where) =>
      where.or([where('service_now.ended_on', 'is', null), where('service_now.ended_on', '>=', today)]),
    )
    .select([
      'contract_now.id',
      'contract_now.service_id',
      'contract_now.service_type',
      'contract_now.funding',
    ])
    .select([
      'contract_now.starts',
      'contract_now.stopped_on',
      'contract_now.annual_statement',
      'service_now.ended_on',
    ])
    .select(['location.id as location', 'location.registered_to', 'entry.entered_on'])
    .orderBy('contract_now.id')
    .execute()
  if (rows.length === 0) return []
  const bands = await bandsOf(authority, services)
  const held = await lastHeldOf(authority, services)
  const said = await saidOf(
    authority,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    contract: row.id,
    service: row.service_id,
    serviceType: row.service_type,
    grantFunded: row.funding === 'grant',
    cqcRegistered: row.location !== null && row.registered_to === null,
    isFlagged: row.annual_statement,
    says: says(said.get(row.id) ?? []),
    starts: row.starts,
    entered: row.entered_on ?? today,
    lastDay: earlier(row.stopped_on, row.ended_on),
    decided: bands.get(row.service_id) ?? [],
    lastHeld: Object.fromEntries(
      (held.get(row.id) ?? []).flatMap(({ activity, held: on }) => (on === null ? [] : [[activity, on]])),
    ),
  }))
}
