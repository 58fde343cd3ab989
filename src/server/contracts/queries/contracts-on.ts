import { sql } from 'kysely'
import { type Day, endOf } from '../../../core/kit/days.ts'
import type { LifetimeRow, TermsRow } from '../contract-row.ts'

/** A contract with its provider and lead: as it stands, or as it was known at the end of a past day. */
export type ContractOnDay = TermsRow &
  LifetimeRow & {
    readonly id: string
    readonly version: number
    readonly authority_id: string
    readonly service_id: string
    readonly provider_name: string | null
    readonly cqc_id: string | null
    readonly group_name: string | null
    readonly lead_id: string | null
    readonly lead_named: boolean | null
    /** The day on which it stops, else the end that was agreed. */
    readonly last_day: Day | null
  }

const now = sql`
  select contract_now.*, provider_now.cqc_id, coalesce(stopped_on, ends) as last_day
  from contract_now join provider_now on provider_now.id = contract_now.provider_id`

const then = (asAt: Day) => sql`
  select known.*, coalesce(stopped_on, ends) as last_day,
    coalesce(lead.person_id, officer.person_id) as lead_id, (lead.person_id is not null) as lead_named
  from (
    select id, version, authority_id, service_id, valid #>> '{provider,name}' as provider_name,
      valid #>> '{provider,group}' as group_name, valid #>> '{provider,cqcId}' as cqc_id, terms ->> 'reference' as reference,
      terms ->> 'serviceType' as service_type, (terms ->> 'starts')::date as starts, (terms ->> 'ends')::date as ends,
      terms ->> 'specification' as specification, terms ->> 'funding' as funding,
      (terms ->> 'annualValue')::bigint as annual_value, terms #>> '{population,basis}' as population_basis,
      (terms #>> '{population,stated}')::integer as population_stated,
      (terms ->> 'permitsSuspension')::boolean as permits_suspension,
      (terms ->> 'annualStatement')::boolean as annual_statement, terms ->> 'kpiSet' as kpi_set,
      valid #>> '{stop,how}' as stopped, (valid #>> '{stop,on}')::date as stopped_on
    from contract_known(${endOf(asAt)}) version cross join lateral (select version.valid -> 'terms' as terms) said
  ) known
    left join contract_lead lead on lead.contract_id = known.id and lead.recorded_at < ${endOf(asAt)}
      and lead.held_from <= ${asAt} and (lead.held_to is null or lead.held_to > ${asAt})
    left join authorised_officer officer on officer.authority_id = known.authority_id
      and officer.recorded_at < ${endOf(asAt)} and officer.held_from <= ${asAt}
      and (officer.held_to is null or officer.held_to > ${asAt})`

/** Returns the contracts of a day, to be read from: of now, or as they were known at the end of a past day (X3). */
export const contractsOn = (asAt: Day | null) =>
  sql<ContractOnDay>`(${asAt === null ? now : then(asAt)})`.as('contract')
