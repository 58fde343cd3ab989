import { randomUUID } from 'node:crypto'
import { type Day, dayOf } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { ShownContract } from '../queries/show-contract.ts'

type Naming = {
  readonly contract: string
  readonly authority: string
  readonly person: string
  /** From which day; null is from today. */
  readonly from: Day | null
}

/** Names the lead of a contract under an event that is being written. Who led it until then stays in its history. */
export const nameLeadUnder = async (event: number, naming: Naming): Promise<void> => {
  const from = naming.from ?? dayOf(now())
  await db()
    .updateTable('contract_lead')
    .set({ held_to: from })
    .where('contract_id', '=', naming.contract)
    .where('held_to', 'is', null)
    .execute()
  await db()
    .insertInto('contract_lead')
    .values({
      id: randomUUID(),
      authority_id: naming.authority,
      contract_id: naming.contract,
      person_id: naming.person,
      held_from: from,
      recorded_at: now(),
      event_id: event,
    })
    .execute()
}

/** Names the lead of a contract, or replaces it. The same lead again changes nothing. */
export const nameLead = async (contract: ShownContract, person: string, from: Day): Promise<boolean> => {
  const before = contract.lead?.named === true ? contract.lead.id : null
  if (before === person) return false
  const { id, authority, service } = contract
  await emit(
    {
      kind: 'contract.lead-named',
      authority,
      subject: { kind: 'contract', id },
      payload: { contract: id, service: service.id, person, before, from },
    },
    (event) => nameLeadUnder(event.id, { contract: id, authority, person, from }),
  )
  return true
}

/** Names the Authorised Officer of a council, who leads every contract without a named lead (W2.1). */
export const nameOfficer = async (authority: string, person: string, from: Day): Promise<boolean> => {
  const before = await db()
    .selectFrom('authorised_officer')
    .where('authority_id', '=', authority)
    .where('held_to', 'is', null)
    .select('person_id')
    .forUpdate()
    .executeTakeFirst()
  if (before?.person_id === person) return false
  await emit(
    {
      kind: 'officer.named',
      authority,
      subject: { kind: 'authority', id: authority },
      payload: { person, before: before?.person_id ?? null, from },
    },
    async (event) => {
      await db()
        .updateTable('authorised_officer')
        .set({ held_to: from })
        .where('authority_id', '=', authority)
        .where('held_to', 'is', null)
        .execute()
      await db()
        .insertInto('authorised_officer')
        .values({
          id: randomUUID(),
          authority_id: authority,
          person_id: person,
          held_from: from,
          recorded_at: now(),
          event_id: event.id,
        })
        .execute()
    },
  )
  return true
}
