import { db } from '../../platform/database/unit-of-work.ts'

/** A person of the council, who can lead a contract. */
export type CouncilPerson = { readonly id: string; readonly name: string }

/** Returns the council's own people, by name. */
export const councilPeople = (authority: string): Promise<CouncilPerson[]> =>
  db()
    .selectFrom('council_person_now')
    .where('authority_id', '=', authority)
    .select(['id', 'name'])
    .orderBy('name')
    .execute() as Promise<CouncilPerson[]>

/** Returns who is the Authorised Officer of a council, or null where nobody was named. */
export const officerOf = async (authority: string) =>
  (await db()
    .selectFrom('authorised_officer')
    .innerJoin('person', 'person.id', 'authorised_officer.person_id')
    .where('authority_id', '=', authority)
    .where('held_to', 'is', null)
    .select(['person.id', 'person.name', 'held_from as from'])
    .executeTakeFirst()) ?? null
