import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { sql } from 'kysely'
import { type Claimed, readClaims } from '../../../core/people/claims.ts'
import type { ProviderRefusal } from '../../../core/people/provider-refusal.ts'
import { system } from '../../platform/actor.ts'
import { inRoom } from '../../platform/database/room.ts'
import { actingAs, db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { endSessionsOf } from '../../platform/http/sessions.ts'
import type { OidcSettings } from '../../platform/oidc-settings.ts'
import { namePerson } from '../commands.ts'
import type { Proved } from '../identity-provider.ts'
import type { Place } from '../places.ts'
import { accountByEmail, accountOf } from '../queries/account.ts'
import { membershipsOf } from '../queries/memberships.ts'
import { councilOfProvider, type ProviderSubject, personOfSubject } from '../queries/oidc.ts'
import { addAccount } from './accounts.ts'
import { enter } from './enter.ts'
import { changeRoles } from './roles.ts'

/** Why nobody was signed in, and whose account it was if that is known. */
export type Refused = { readonly refused: ProviderRefusal | 'disabled'; readonly person: string | null }

/** Signed in, or why not. */
export type ProviderStep =
  | Refused
  | { readonly refused: null; readonly choose: boolean; readonly place: Place }

/** A person who comes for the first time twice at once is added once. */
const oneAtATime = ({ issuer, subject }: ProviderSubject): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 0))`.execute(db())

const link = (person: string, { issuer, subject }: ProviderSubject): Promise<unknown> =>
  inRoom('accounts', () =>
    db()
      .insertInto('oidc_subject')
      .values({ issuer, subject, person_id: person, recorded_at: now() })
      .execute(),
  )

/** Whether an account belongs to this council alone: its provider speaks for nobody else's people. */
const isOwn = async (person: string, authority: string): Promise<boolean> => {
  const memberships = await membershipsOf(person)
  return (
    memberships.length > 0 &&
    memberships.every((held) => held.side === 'council' && held.authority.id === authority)
  )
}

const addPerson = async (name: string, email: string): Promise<string> => {
  const person = randomUUID()
  await namePerson({ id: person, name, invented: false })
  await addAccount(person, email)
  return person
}

/** Returns the person who comes for the first time: by the verified address of an account, else a new one. */
const personFor = async (claimed: Claimed, authority: string): Promise<string | Refused> => {
  if (claimed.roles.length === 0) return { refused: 'no-role', person: null }
  if (claimed.email === null) return { refused: 'no-email', person: null }
  const account = await accountByEmail(claimed.email)
  if (account === null) return addPerson(claimed.name, claimed.email)
  const person = account.person.id
  if (account.disabled) return { refused: 'disabled', person }
  if (!claimed.verified || !(await isOwn(person, authority))) return { refused: 'other-account', person }
  return person
}

/** Finds or adds the person, and makes their roles in the council those of the claim. */
const settle = async (
  whom: ProviderSubject,
  claimed: Claimed,
  authority: string,
): Promise<string | Refused> => {
  await oneAtATime(whom)
  const known = await personOfSubject(whom)
  const person = known ?? (await personFor(claimed, authority))
  if (typeof person !== 'string') return person
  if (known === null) {
    await link(person, whom)
    // From now on a password opens this council no more: nor do sessions that stand on one.
    await endSessionsOf(person, { authority })
  }
  await changeRoles(person, authority, claimed.roles)
  if ((await accountOf(person))?.disabled) return { refused: 'disabled', person }
  return claimed.roles.length === 0 ? { refused: 'no-role', person } : person
}

/** Signs in whom the provider proved. The second step is the provider's own duty, so this counts as two. */
export const signInByProvider = async (
  context: Context,
  by: OidcSettings,
  proved: Proved,
): Promise<ProviderStep> => {
  if (proved.refused !== null) return { refused: proved.refused, person: null }
  const authority = await councilOfProvider(by)
  const claimed = readClaims(proved.claims, by)
  const person = await actingAs(system('sign-in', [authority]), () => settle(proved, claimed, authority))
  if (typeof person !== 'string') return person
  const entered = await enter(context, {
    person,
    method: 'oidc',
    strength: 'two-factors',
    provedFor: authority,
  })
  return entered ? { refused: null, ...entered } : { refused: 'no-role', person }
}

/** Notes in the trail that nobody was signed in, and why. Never what the provider sent. */
export const noteRefusal = async (by: OidcSettings, { refused, person }: Refused): Promise<void> => {
  const authority = await councilOfProvider(by)
  await actingAs(system('sign-in', [authority]), () =>
    emit({
      kind: 'sign-in.failed',
      authority,
      subject: { kind: 'person', id: person ?? 'unknown' },
      payload: { method: 'oidc', reason: refused },
    }),
  )
}
