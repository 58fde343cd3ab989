import type { Context } from 'hono'
import { fault } from '../../core/kit/problems.ts'
import { type Role, roles } from '../../core/people/roles.ts'
import { db, now } from '../platform/database/unit-of-work.ts'
import { emit } from '../platform/events/emit.ts'
import { endSession, startSession } from '../platform/http/session.ts'
import type { Signed } from '../platform/http/signed.ts'
import { accountOf } from './queries/account.ts'
import { inventedPeople } from './queries/invented-people.ts'

/**
 * Signs a browser in as an invented person: the demonstration's one-click sign-in. Real people are never
 * offered, so a live database signs nobody in this way. Throws `not-found` for anyone else.
 */
export const signInAsInvented = async (context: Context, personId: string): Promise<void> => {
  const person = (await inventedPeople()).find(({ id }) => id === personId)
  if (!person) throw fault('not-found', { what: 'invented person', id: personId })
  if ((await accountOf(person.id))?.disabled)
    throw fault('not-found', { what: 'invented person', id: personId })
  await startSession(context, {
    person: person.id,
    authority: roles[person.role].side === 'council' ? person.authority.id : null,
    method: 'demonstration',
    strength: 'one-factor',
    provedFor: null,
  })
}

/** Signs a browser out; the session's token is worth nothing from then on. */
export const signOut = async (context: Context, signed: Signed | null): Promise<void> => {
  if (signed === null) return endSession(context)
  const happening = {
    kind: 'session.ended',
    authority: signed.authority.id,
    subject: { kind: 'person', id: signed.person.id },
    payload: { how: 'signed-out', sessions: 1 },
  } as const
  await emit(happening, () => endSession(context))
}

/** Adds a person, who may do nothing until they have a role somewhere. */
export const namePerson = async (person: {
  readonly id: string
  readonly name: string
  readonly invented: boolean
}): Promise<void> =>
  void (await db()
    .insertInto('person')
    .values({ ...person, recorded_at: now() })
    .execute())

/** One of a council's own people, added with their first role. */
export type NewPerson = {
  readonly id: string
  readonly name: string
  readonly invented: boolean
  readonly authority: string
  readonly role: Role
}

/** Adds a person with one role in a council. Roles with a provider are given by the slice of memberships. */
export const addPerson = async ({ authority, role, ...person }: NewPerson): Promise<void> => {
  await namePerson(person)
  await db()
    .insertInto('membership')
    .values({
      person_id: person.id,
      authority_id: authority,
      role,
      recorded_at: now(),
    })
    .execute()
}
