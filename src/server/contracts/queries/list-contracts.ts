import { type Expression, type SqlBool, sql } from 'kysely'
import { isInForce, type Standing, standingOn } from '../../../core/contracts/standing.ts'
import { type Day, plusDays } from '../../../core/kit/days.ts'
import type { Visible } from '../../../core/sharing/visible.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { lifetimeOf } from '../contract-row.ts'
import { contractsOn } from './contracts-on.ts'

/** What a person asked the list for; all of it stands in the address. */
export type ContractSearch = {
  readonly words: string | null
  /** A person's id, or `none` where nobody is named. */
  readonly lead: string | null
  readonly endingWithin: number | null
  readonly type: string | null
  /** Those in force, those that are over, or all. */
  readonly which: 'current' | 'over' | 'all'
  readonly sort: SortKey
  readonly down: boolean
  readonly page: number
  /** A past day, for what was known at its end; null for now. */
  readonly asAt: Day | null
}

/** What the list can be sorted by, and the column of it. */
export const sortColumns = {
  service: 'service_now.name',
  provider: 'contract.provider_name',
  reference: 'contract.reference',
  starts: 'contract.starts',
  ends: 'contract.last_day',
  value: 'contract.annual_value',
} as const

export type SortKey = keyof typeof sortColumns

export type ListedContract = {
  readonly id: string
  readonly reference: string
  readonly serviceId: string
  readonly service: string
  readonly type: string
  readonly provider: string
  readonly group: string | null
  readonly starts: Day
  /** The day on which it stops, else the end that was agreed. */
  readonly lastDay: Day | null
  readonly value: number | null
  readonly lead: string | null
  readonly leadNamed: boolean
  readonly standing: Standing
}

const isOver = (today: Day) =>
  sql<boolean>`coalesce(contract.stopped_on < ${today}, false)` as Expression<SqlBool>

/** What the list is filtered by, without its order and its page. */
export type ContractFilter = Omit<ContractSearch, 'sort' | 'down' | 'page'>

/** Returns the contracts that match, before their columns and their order are chosen. */
export const matchingContracts = (search: ContractFilter, today: Day) =>
  db()
    .selectFrom(contractsOn(search.asAt))
    .innerJoin('service_now', 'service_now.id', 'contract.service_id')
    .leftJoin('person as lead', 'lead.id', 'contract.lead_id')
    .$if(search.which === 'current', (query) => query.where((where) => where.not(isOver(today))))
    .$if(search.which === 'over', (query) => query.where(isOver(today)))
    .$if(search.type !== null, (query) => query.where('contract.service_type', '=', search.type ?? ''))
    .$if(search.lead === 'none', (query) => query.where('contract.lead_named', '=', false))
    .$if(search.lead !== null && search.lead !== 'none', (query) =>
      query.where(sql<boolean>`contract.lead_id::text = ${search.lead}` as Expression<SqlBool>),
    )
    .$if(search.endingWithin !== null, (query) =>
      query.where('contract.last_day', '<=', plusDays(today, search.endingWithin ?? 0)),
    )
    .$if(search.words !== null, (query) =>
      query.where(
        sql<boolean>`position(lower(${search.words}) in lower(concat_ws(' ', contract.reference, service_now.name, contract.provider_name, contract.group_name))) > 0` as Expression<SqlBool>,
      ),
    )

/** Returns the contracts that match, in their order: one page of them, or all for a download; and how many match. */
export const listContracts = async (
  search: ContractSearch,
  today: Day,
  rows: { readonly limit: number; readonly offset: number } | null,
): Promise<{ contracts: ListedContract[]; count: number }> => {
  const { count } = await matchingContracts(search, today)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const found = await matchingContracts(search, today)
    .select(['contract.id', 'contract.reference', 'contract.service_id', 'contract.service_type'])
    .select(['contract.provider_name', 'contract.group_name', 'contract.starts', 'contract.ends'])
    .select(['contract.stopped', 'contract.stopped_on', 'contract.last_day', 'contract.annual_value'])
    .select(['contract.lead_named', 'service_now.name as service', 'lead.name as lead'])
    .orderBy(sortColumns[search.sort], (order) => (search.down ? order.desc() : order.asc()).nullsLast())
    .orderBy('contract.reference')
    .$if(rows !== null, (query) => query.limit(rows?.limit ?? 0).offset(rows?.offset ?? 0))
    .execute()
  return {
    count: Number(count),
    contracts: found.map((row) => ({
      id: row.id,
      reference: row.reference,
      serviceId: row.service_id,
      service: row.service,
      type: row.service_type,
      provider: row.provider_name ?? '',
      group: row.group_name,
      starts: row.starts,
      lastDay: row.last_day,
      value: row.annual_value,
      lead: row.lead,
      leadNamed: row.lead_named === true,
      standing: standingOn(lifetimeOf(row), today),
    })),
  }
}

/** A service's contract in brief, as the reader of the service's page may see it. */
export type BriefContract = Visible<'contract', ContractFound>

/** A service's contract in brief. */
export type ContractFound = {
  readonly id: string
  readonly reference: string
  readonly standing: Standing
  readonly inForce: boolean
  readonly lastDay: Day | null
  readonly lead: string | null
  readonly leadNamed: boolean
}

/** Returns the contracts of a service, the latest first. */
export const contractsOfService = async (service: string, today: Day): Promise<ContractFound[]> => {
  const rows = await db()
    .selectFrom('contract_now as contract')
    .leftJoin('person as lead', 'lead.id', 'contract.lead_id')
    .where('contract.service_id', '=', service)
    .select([
      'contract.id',
      'reference',
      'starts',
      'ends',
      'stopped',
      'stopped_on',
      'lead_named',
      'lead.name as lead',
    ])
    .orderBy('starts', 'desc')
    .orderBy('reference')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    standing: standingOn(lifetimeOf(row), today),
    inForce: isInForce(lifetimeOf(row), today),
    lastDay: row.stopped_on ?? row.ends,
    lead: row.lead,
    leadNamed: row.lead_named === true,
  }))
}
