import type { ContractRead } from '../../../core/contracts/contract-form.ts'
import type { Stop } from '../../../core/contracts/stop-form.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { columnsOf } from '../contract-row.ts'
import { ensureProvider, ensureProviders } from './ensure-provider.ts'

/** A contract as it is written: which version of which, and what it says. */
export type Written = ContractRead & {
  readonly id: string
  readonly version: number
  readonly authority: string
  readonly service: string
  readonly stop: Stop | null
}

const stopColumns = (stop: Stop | null) => ({
  stopped: stop?.how ?? null,
  stopped_on: stop?.on ?? null,
  notice_on: stop?.notice ?? null,
  stop_reasons: stop && [...stop.reasons],
  stop_note: stop?.note ?? null,
})

const insertVersions = (contracts: readonly Written[], event: number) =>
  db()
    .insertInto('contract_version')
    .values(
      contracts.map(({ id, version, authority, service, terms, provider, stop }) => ({
        id,
        version,
        authority_id: authority,
        service_id: service,
        valid: JSON.stringify({ terms, provider, stop }),
        recorded_at: now(),
        event_id: event,
      })),
    )
    .execute()

/** Few enough for one statement, whose values PostgreSQL counts in 16 bits. */
const atOnce = 1000

/** Writes new contracts, each with its first version, under the event that explains them. */
export const insertContracts = async (contracts: readonly Written[], event: number): Promise<void> => {
  const providers = await ensureProviders(contracts, event)
  for (let from = 0; from < contracts.length; from += atOnce) {
    const some = contracts.slice(from, from + atOnce)
    await db()
      .insertInto('contract')
      .values(
        some.map((contract) => ({
          ...columnsOf(contract),
          ...stopColumns(contract.stop),
          id: contract.id,
          version: contract.version,
          authority_id: contract.authority,
          service_id: contract.service,
          provider_id: providers(contract),
          recorded_at: now(),
          event_id: event,
        })),
      )
      .execute()
    await insertVersions(some, event)
  }
}

/** Writes the next version of a contract, and makes it the one that holds. */
export const updateContract = async (contract: Written, event: number): Promise<void> => {
  const provider = await ensureProvider(contract.authority, contract.provider, event)
  await db()
    .updateTable('contract')
    .set({
      ...columnsOf(contract),
      ...stopColumns(contract.stop),
      version: contract.version,
      provider_id: provider,
      recorded_at: now(),
      event_id: event,
    })
    .where('id', '=', contract.id)
    .execute()
  await db()
    .updateTable('contract_version')
    .set({ superseded_at: now() })
    .where('id', '=', contract.id)
    .where('superseded_at', 'is', null)
    .execute()
  await insertVersions([contract], event)
}
