import { emit } from '../../platform/events/emit.ts'
import type { NewContract } from './contracts.ts'
import { nameLeadsUnder } from './leads.ts'
import { insertContracts } from './write-contract.ts'

/** Adds many contracts of a council at once, under one event: what comes from another register, already checked. */
export const addContracts = async (
  authority: string,
  source: string,
  contracts: readonly NewContract[],
): Promise<void> => {
  if (contracts.length === 0) return
  await emit(
    {
      kind: 'contracts.imported',
      authority,
      subject: { kind: 'file', id: source },
      payload: {
        source,
        added: contracts.map(({ id }) => id),
        changed: [],
        services: [...new Set(contracts.map(({ service }) => service))],
        newServices: contracts.flatMap(({ newService }) => (newService === null ? [] : [newService])),
      },
    },
    async (event) => {
      await insertContracts(
        contracts.map((contract) => ({ ...contract, version: 1, stop: null })),
        event.id,
      )
      await nameLeadsUnder(
        event.id,
        contracts.flatMap(({ id, lead }) =>
          lead === null ? [] : [{ contract: id, authority, person: lead, from: null }],
        ),
      )
    },
  )
}
