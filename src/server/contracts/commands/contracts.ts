import type { ContractRead } from '../../../core/contracts/contract-form.ts'
import { differences } from '../../../core/contracts/shown-terms.ts'
import type { Stop } from '../../../core/contracts/stop-form.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { NewServiceNamed } from '../../platform/events/event.ts'
import { contractById, type ShownContract } from '../queries/show-contract.ts'
import { nameLeadsUnder } from './leads.ts'
import { insertContracts, updateContract } from './write-contract.ts'

/** A contract to add. */
export type NewContract = ContractRead & {
  /** Made with the form, so that a form sent twice adds one. */
  readonly id: string
  readonly authority: string
  readonly service: string
  /** Where the service is not in the register yet: its facts. The register adds it. */
  readonly newService: NewServiceNamed | null
  /** Who leads it, from its start or from today; null leaves it to the Authorised Officer. */
  readonly lead: string | null
}

/** Adds a contract. Returns false where it was added before: the form was sent twice. */
export const addContract = async (contract: NewContract): Promise<boolean> => {
  const before = await db()
    .selectFrom('contract')
    .where('id', '=', contract.id)
    .select('id')
    .executeTakeFirst()
  if (before) return false
  const { id, authority, service, newService, lead } = contract
  await emit(
    {
      kind: 'contract.added',
      authority,
      subject: { kind: 'contract', id },
      payload: { contract: id, version: 1, service, newService },
    },
    async (event) => {
      await insertContracts([{ ...contract, version: 1, stop: null }], event.id)
      if (lead !== null)
        await nameLeadsUnder(event.id, [{ contract: id, authority, person: lead, from: null }])
    },
  )
  return true
}

/** Throws `contract-changed-meanwhile` unless the version is the one that stands: what two people typed is not mixed. */
const atVersion = async (id: string, version: number): Promise<ShownContract> => {
  await db().selectFrom('contract').where('id', '=', id).select('id').forUpdate().execute()
  const before = await contractById(id)
  if (before.version !== version)
    throw fault('contract-changed-meanwhile', { reference: before.terms.reference })
  return before
}

/** Changes what a contract says, from the version that the person saw. What is the same changes nothing. */
export const changeContract = async (
  id: string,
  version: number,
  after: ContractRead,
  types: Readonly<Record<string, string>>,
): Promise<boolean> => {
  const before = await atVersion(id, version)
  const fields = differences(before, after, types).map(({ field }) => field)
  if (fields.length === 0) return false
  const { authority, service, stop } = before
  await emit(
    {
      kind: 'contract.changed',
      authority,
      subject: { kind: 'contract', id },
      payload: { contract: id, version: version + 1, service: service.id, fields },
    },
    (event) =>
      updateContract({ ...after, id, authority, service: service.id, stop, version: version + 1 }, event.id),
  )
  return true
}

/** Ends or terminates a contract (W1.5). Throws `contract-stopped` where it has stopped already. */
export const stopContract = async (id: string, version: number, stop: Stop): Promise<void> => {
  const before = await atVersion(id, version)
  if (before.stop !== null) throw fault('contract-stopped', { reference: before.terms.reference })
  const { terms, provider, authority, service } = before
  const { on, notice, reasons } = stop
  await emit(
    {
      kind: stop.how === 'ended' ? 'contract.ended' : 'contract.terminated',
      authority,
      subject: { kind: 'contract', id },
      payload: { contract: id, version: version + 1, service: service.id, on, notice, reasons },
    },
    (event) =>
      updateContract(
        { terms, provider, id, authority, service: service.id, stop, version: version + 1 },
        event.id,
      ),
  )
}
