import { dayOf } from '../../core/kit/days.ts'
import { contractsOfService } from '../contracts/queries/list-contracts.ts'
import { db, now } from '../platform/database/unit-of-work.ts'
import type { ContractChoice } from './pages/form.ts'

/** Returns the contracts of a service that a suspension may be under: those in force, and the one that was chosen before. */
export const contractChoices = async (
  service: string,
  chosen: string | null = null,
): Promise<readonly ContractChoice[]> => {
  const contracts = (await contractsOfService(service, dayOf(now()))).filter(
    ({ id, inForce }) => inForce || id === chosen,
  )
  if (contracts.length === 0) return []
  const permitting = await db()
    .selectFrom('contract_now')
    .where(
      'id',
      'in',
      contracts.map(({ id }) => id),
    )
    .where('permits_suspension', '=', true)
    .select('id')
    .execute()
  return contracts.map(({ id, reference }) => ({
    id,
    reference,
    permits: permitting.some((contract) => contract.id === id),
  }))
}
