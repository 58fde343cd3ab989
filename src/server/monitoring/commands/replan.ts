import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Day, dayOf } from '../../../core/kit/days.ts'
import type { Because } from '../../../core/monitoring/because.ts'
import { type Cause, changesOf, type Moved, type OpenRow } from '../../../core/monitoring/changes.ts'
import { type Duty, planOf } from '../../../core/monitoring/plan.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { policyToday } from '../../policy/in-force.ts'
import { lockServices } from '../../register/queries/lock-services.ts'
import { type ContractPlanned, plannedContracts } from '../queries/planned-contracts.ts'
import { type MovedRow, type NewRow, type PlanWritten, writePlan } from './write-plan.ts'

/** Remembers when contracts came under the plan; of those that are known already, nothing changes. */
const enter = (authority: string, contracts: readonly ContractPlanned[], today: Day) =>
  sql`insert into contract_entry (contract_id, authority_id, service_id, entered_on)
    select contract, ${authority}, service, ${today}
    from jsonb_to_recordset(${JSON.stringify(contracts.map(({ contract, service }) => ({ contract, service })))}::jsonb)
      as row (contract uuid, service uuid)
    on conflict do nothing`.execute(db())

type Standing = OpenRow & { readonly contract: string; readonly service: string }

const standing = async (authority: string, services: readonly string[]): Promise<readonly Standing[]> =>
  (
    await db()
      .selectFrom('activity')
      .innerJoin('activity_record as record', 'record.activity_id', 'activity.id')
      .where('activity.authority_id', '=', authority)
      .where('service_id', 'in', services)
      .where('state', 'in', ['due', 'arranged'])
      .where('counts', '=', true)
      .where('contract_id', 'is not', null)
      .select(['id', 'contract_id', 'service_id as service', 'activity', 'state', 'due', 'because'])
      .execute()
  ).map((row) => ({
    ...row,
    contract: row.contract_id ?? '',
    state: row.state === 'arranged' ? 'arranged' : 'due',
    because: row.because as Because | null,
  }))

const newRow = ({ contract, service }: ContractPlanned, { activity, due, because }: Duty): NewRow => ({
  id: randomUUID(),
  service,
  contract,
  activity: activity.id,
  name: activity.name,
  byProvider: activity.by?.who === 'provider',
  due,
  because,
})

const worked = (
  authority: string,
  policy: Policy,
  contracts: readonly ContractPlanned[],
  open: readonly Standing[],
  made: { readonly cause: Cause; readonly on: Day },
): PlanWritten => {
  const byContract = Map.groupBy(open, ({ contract }) => contract)
  const moved = (row: OpenRow, duty: Duty | null): Moved => ({
    ...made,
    from: row.due,
    to: duty?.due ?? null,
    before: row.because?.band.name ?? null,
    after: duty?.because.band.name ?? null,
  })
  const changes = contracts.map((contract) => ({
    contract,
    ...changesOf(byContract.get(contract.contract) ?? [], planOf(policy, contract)),
  }))
  const over = new Set(contracts.map(({ contract }) => contract))
  const ofNone = changesOf(
    open.filter(({ contract }) => !over.has(contract)),
    [],
  )
  const all = [...changes, ofNone]
  const freed = (row: OpenRow): MovedRow => ({
    id: row.id,
    name: null,
    due: null,
    because: null,
    moved: moved(row, null),
  })
  return {
    authority,
    added: changes.flatMap(({ contract, added }) => added.map((duty) => newRow(contract, duty))),
    changed: all.flatMap(({ changed, freed: without }) => [
      ...changed.map(({ row, duty, hasMoved }) => ({
        id: row.id,
        name: duty.activity.name,
        due: duty.due,
        because: duty.because,
        moved: hasMoved ? moved(row, duty) : null,
      })),
      ...without.map(freed),
    ]),
    lapsed: all.flatMap(({ lapsed }) => lapsed.map(({ id }) => id)),
  }
}

const replanIn = async (authority: string, services: readonly string[], cause: Cause): Promise<number> => {
  const today = dayOf(now())
  const policy = await policyToday(authority)
  if (policy === null) return 0
  const contracts = await plannedContracts(authority, services, today)
  if (contracts.length > 0) await enter(authority, contracts, today)
  const open = await standing(authority, services)
  const plan = worked(authority, policy, contracts, open, { cause, on: today })
  const ids = [...plan.added, ...plan.changed].map(({ id }) => id)
  if (ids.length + plan.lapsed.length === 0) return 0
  const gone = new Set([...plan.changed.map(({ id }) => id), ...plan.lapsed])
  const touched = new Set(
    [...plan.added, ...open.filter(({ id }) => gone.has(id))].map(({ service }) => service),
  )
  await emit(
    {
      kind: 'activity.planned',
      authority,
      subject: { kind: 'authority', id: authority },
      payload: {
        services: [...touched],
        added: plan.added.map(({ id }) => id),
        moved: plan.changed.filter(({ moved }) => moved !== null).map(({ id }) => id),
        removed: plan.lapsed,
      },
    },
    (event) => writePlan(plan, event.id),
  )
  return ids.length + plan.lapsed.length
}

/**
 * Works the plans of some services out anew, and writes what changed, in the unit of work that it is called in: a
 * handful of statements for one service or for all of a council. Returns how many rows of plans changed.
 */
export const replan = async (services: readonly string[], cause: Cause): Promise<number> => {
  let changed = 0
  for (const [authority, own] of await lockServices(services))
    changed += await replanIn(authority, own, cause)
  return changed
}
