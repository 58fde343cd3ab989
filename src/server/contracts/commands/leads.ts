import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
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

/** Names leads of contracts under an event that is being written. Who led until then stays in the history. */
export const nameLeadsUnder = async (event: number, namings: readonly Naming[]): Promise<void> => {
  if (namings.length === 0) return
  const rows = namings.map((naming) => ({
    id: randomUUID(),
    authority: naming.authority,
    contract: naming.contract,
    person: naming.person,
    from: naming.from ?? dayOf(now()),
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
    (id uuid, authority text, contract uuid, person uuid, "from" date)`
  await sql`update contract_lead set held_to = given."from" from ${given}
    where contract_lead.contract_id = given.contract and held_to is null`.execute(db())
  await sql`insert into contract_lead
      (id, authority_id, contract_id, person_id, held_from, recorded_at, event_id)
    select id, authority, contract, person, "from", ${now()}, ${event} from ${given}`.execute(db())
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
    (event) => nameLeadsUnder(event.id, [{ contract: id, authority, person, from }]),
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
