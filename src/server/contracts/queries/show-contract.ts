import type { ContractRead } from '../../../core/contracts/contract-form.ts'
import type { Stop } from '../../../core/contracts/stop-form.ts'
import type { Day, Instant } from '../../../core/kit/days.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { termsOf } from '../contract-row.ts'

/** A contract as its page shows it. */
export type ShownContract = ContractRead & {
  readonly id: string
  readonly version: number
  readonly authority: string
  readonly providerId: string
  readonly service: { readonly id: string; readonly name: string; readonly invented: boolean }
  readonly stop: Stop | null
  /** Who leads it; `named` is false where it is the Authorised Officer. Null where there is neither. */
  readonly lead: {
    readonly id: string
    readonly name: string
    readonly named: boolean
    readonly from: Day | null
  } | null
}

/** Returns a contract. Throws `not-found` where the actor may not see it. */
export const contractById = async (id: string): Promise<ShownContract> => {
  const row = await db()
    .selectFrom('contract_now as contract')
    .innerJoin('service_now', 'service_now.id', 'contract.service_id')
    .innerJoin('provider_now as provider', 'provider.id', 'contract.provider_id')
    .leftJoin('person as lead', 'lead.id', 'contract.lead_id')
    .where('contract.id', '=', id)
    .selectAll('contract')
    .select(['service_now.name as service', 'service_now.invented', 'provider.cqc_id', 'lead.name as lead'])
    .executeTakeFirst()
  if (!row) throw fault('not-found', { what: 'contract', id })
  const { stopped, stopped_on, notice_on, stop_reasons, stop_note } = row
  return {
    id,
    version: row.version,
    authority: row.authority_id,
    terms: termsOf(row),
    provider: { name: row.provider_name ?? '', cqcId: row.cqc_id, group: row.group_name },
    providerId: row.provider_id,
    service: { id: row.service_id, name: row.service, invented: row.invented },
    stop:
      stopped_on === null
        ? null
        : {
            how: stopped === 'terminated' ? 'terminated' : 'ended',
            on: stopped_on,
            notice: notice_on,
            reasons: stop_reasons ?? [],
            note: stop_note,
          },
    lead:
      row.lead_id === null
        ? null
        : { id: row.lead_id, name: row.lead ?? '', named: row.lead_named === true, from: row.lead_from },
  }
}

/** Returns how long a shown contract is in force. */
export const lifetime = ({ terms, stop }: Pick<ShownContract, 'terms' | 'stop'>) => ({
  starts: terms.starts,
  ends: terms.ends,
  stopped: stop && { how: stop.how, on: stop.on },
})

/** One version of a contract: what it said, and who wrote it when. */
export type ContractVersion = ContractRead & {
  readonly version: number
  readonly stop: Stop | null
  readonly recordedAt: Instant
  readonly kind: string
  readonly by: string
}

type Valid = ContractRead & { readonly stop: Stop | null }

/** Returns every version of a contract, newest first. */
export const versionsOf = async (id: string): Promise<ContractVersion[]> => {
  const rows = await db()
    .selectFrom('contract_version as version')
    .innerJoin('event_now', 'event_now.id', 'version.event_id')
    .leftJoin('actor_now as who', 'who.id', 'event_now.actor_id')
    .where('version.id', '=', id)
    .select(['version.version', 'version.valid', 'version.recorded_at', 'event_now.kind', 'who.name as by'])
    .orderBy('version.version', 'desc')
    .execute()
  return rows.map(({ version, valid, recorded_at, kind, by }) => ({
    ...(valid as Valid),
    version,
    recordedAt: recorded_at,
    kind: kind ?? '',
    by: by ?? 'Plumbline',
  }))
}

/** Who led a contract from one day to another. */
export type LeadPeriod = {
  readonly name: string
  readonly from: Day
  readonly to: Day | null
  readonly recordedAt: Instant
}

/** Returns who leads and led a contract, newest first. */
export const leadsOf = async (id: string): Promise<LeadPeriod[]> =>
  db()
    .selectFrom('contract_lead as lead')
    .innerJoin('person', 'person.id', 'lead.person_id')
    .where('lead.contract_id', '=', id)
    .select(['person.name', 'lead.held_from as from', 'lead.held_to as to', 'lead.recorded_at as recordedAt'])
    .orderBy('lead.recorded_at', 'desc')
    .orderBy('lead.held_from', 'desc')
    .execute()
