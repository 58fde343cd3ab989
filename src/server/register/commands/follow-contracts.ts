import { sql } from 'kysely'
import { decidingContract, populationOf } from '../../../core/contracts/deciding.ts'
import type { PopulationBasis } from '../../../core/contracts/terms.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { lifetimeOf } from '../../contracts/contract-row.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'

/** What a service takes from its contracts, by column. */
type Follows = {
  readonly commissioned: boolean
  readonly service_type: string
  readonly provider_name: string | null
  readonly population: number | null
  readonly population_basis: string | null
  readonly contract_lead_id: string | null
}

const underContract = async (services: readonly string[] | 'all') =>
  db()
    .selectFrom('service')
    .leftJoin('cqc_location as location', 'location.id', 'service.location_id')
    .where('service.id', 'in', (query) => query.selectFrom('contract_now').select('service_id'))
    .$if(services !== 'all', (query) => query.where('service.id', 'in', services === 'all' ? [] : services))
    .select([
      'service.id',
      'service.authority_id',
      'service.commissioned',
      'service.service_type',
      'service.provider_name',
      'service.population',
      'service.population_basis',
      'service.contract_lead_id',
      'location.beds',
    ])
    .orderBy('service.id')
    .execute()

type Row = Awaited<ReturnType<typeof underContract>>[number]

const contractsOf = async (services: readonly string[]) =>
  Map.groupBy(
    (
      await db()
        .selectFrom('contract_now')
        .where('service_id', 'in', services)
        .select(['service_id', 'reference', 'starts', 'ends', 'stopped', 'stopped_on', 'service_type'])
        .select(['provider_name', 'population_basis', 'population_stated', 'lead_id'])
        .execute()
    ).map((row) => ({ ...row, ...lifetimeOf(row) })),
    ({ service_id }) => service_id,
  )

const before = ({ id: _, authority_id: __, beds: ___, ...follows }: Row): Follows => follows

/** Without a contract in force a service keeps its type and size, and is no longer the council's to monitor. */
const after = (row: Row, contracts: Awaited<ReturnType<typeof contractsOf>>): Follows => {
  const contract = decidingContract(contracts.get(row.id) ?? [], dayOf(now()))
  if (contract === null) return { ...before(row), commissioned: false, contract_lead_id: null }
  const population = populationOf(
    { basis: contract.population_basis as PopulationBasis, stated: contract.population_stated },
    // Returns are not built yet: until then a population by return is the registered capacity.
    { latestReturn: null, capacity: row.beds },
  )
  return {
    commissioned: true,
    service_type: contract.service_type,
    provider_name: contract.provider_name,
    population: population?.people ?? null,
    population_basis: population?.basis ?? null,
    contract_lead_id: contract.lead_id,
  }
}

const differs = (one: Follows, other: Follows): boolean => JSON.stringify(one) !== JSON.stringify(other)

const write = (services: readonly { readonly id: string; readonly after: Follows }[]) =>
  sql`update service set commissioned = given.commissioned, service_type = given.service_type,
      provider_name = given.provider_name, population = given.population,
      population_basis = given.population_basis, contract_lead_id = given.contract_lead_id, recorded_at = ${now()}
    from jsonb_to_recordset(${JSON.stringify(services.map(({ id, after: follows }) => ({ id, ...follows })))}::jsonb)
      as given (id uuid, commissioned boolean, service_type text, provider_name text, population integer,
        population_basis text, contract_lead_id uuid)
    where service.id = given.id`.execute(db())

/**
 * Brings services to what their contracts of today say: type, size, lead, and whether they are commissioned. What is
 * so already is left alone. Returns the services that changed.
 */
export const followContracts = async (services: readonly string[] | 'all'): Promise<readonly string[]> => {
  if (services.length === 0) return []
  const rows = await underContract(services)
  if (rows.length === 0) return []
  const contracts = await contractsOf(rows.map(({ id }) => id))
  const changed = rows
    .map((row) => ({
      id: row.id,
      authority: row.authority_id,
      before: inOrder(before(row)),
      after: inOrder(after(row, contracts)),
    }))
    .filter((each) => differs(each.before, each.after))
  for (const [authority, ofAuthority] of Map.groupBy(changed, (each) => each.authority))
    await emit(
      {
        kind: 'service.changed',
        authority,
        subject: subjectOf(authority, ofAuthority),
        payload: { services: ofAuthority.map(({ authority: _, ...each }) => each) },
      },
      () => write(ofAuthority),
    )
  return changed.map(({ id }) => id)
}

/** The same columns in the same order, so that they can be compared as texts. */
const inOrder = (follows: Follows): Follows => ({
  commissioned: follows.commissioned,
  service_type: follows.service_type,
  provider_name: follows.provider_name,
  population: follows.population,
  population_basis: follows.population_basis,
  contract_lead_id: follows.contract_lead_id,
})

/** One service is what an event is about; of many it is about their council. */
const subjectOf = (authority: string, services: readonly { readonly id: string }[]) => {
  const [only, ...others] = services
  return only && others.length === 0 ? { kind: 'service', id: only.id } : { kind: 'authority', id: authority }
}
