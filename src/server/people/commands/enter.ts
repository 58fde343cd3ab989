import type { Context } from 'hono'
import { deviceName } from '../../../core/people/device-name.ts'
import { type Lack, lackOf, type Proof } from '../../../core/people/proof.ts'
import { actingAs, ground } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { startSession } from '../../platform/http/session.ts'
import { lastActingOf } from '../../platform/http/sessions.ts'
import { ownSignIn } from '../../platform/oidc-settings.ts'
import { type Place, placesOf } from '../places.ts'
import { type Membership, mailAuthorityOf, membershipsOf } from '../queries/memberships.ts'
import { signsInByProvider } from '../queries/oidc.ts'
import { rememberDevice } from './known-device.ts'

/** A person who proved who they are, whatever the method. */
export type Proven = Proof & { readonly person: string }

/** Returns who acts when a person signs in, or does something to their account without being signed in yet. */
export const asPerson = (person: string, memberships: readonly Membership[]) =>
  ({
    kind: 'person',
    id: person,
    authorities: [...new Set(memberships.map(({ authority }) => authority.id))],
    services: 'all',
  }) as const

/** Returns what somebody's proof lacks for acting at each place; null where it is enough. */
export const lacksOf = async (proven: Proven): Promise<(place: Place) => Lack | null> => {
  const joined = await signsInByProvider(proven.person)
  return ({ authority }) => lackOf(proven, { council: authority }, ownSignIn(ground()), joined)
}

/** Starts a session of a proven person at one place, and says so in the trail. */
export const enterPlace = async (
  context: Context,
  { person, method, strength, provedFor }: Proven,
  { authority, memberships }: Place,
): Promise<void> => {
  const device = deviceName(context.req.header('user-agent') ?? '')
  await actingAs(asPerson(person, memberships), () =>
    emit(
      {
        kind: 'session.started',
        authority: mailAuthorityOf(memberships),
        subject: { kind: 'person', id: person },
        payload: { method, strength, device },
      },
      () => startSession(context, { person, authority, method, strength, provedFor }),
    ),
  )
}

/**
 * Signs a proven person in, where their latest session acted or at the first place by name. Every method of signing in
 * ends here. `choose`: they can act at several, and may want another one. Null where there is none, or they proved too
 * little.
 */
export const enter = async (
  context: Context,
  proven: Proven,
): Promise<{ readonly choose: boolean; readonly place: Place } | null> => {
  const lack = await lacksOf(proven)
  const places = placesOf(await membershipsOf(proven.person)).filter((place) => lack(place) === null)
  const last = await lastActingOf(proven.person)
  const place = places.find(({ authority }) => authority === last?.authority) ?? places[0]
  if (!place) return null
  await enterPlace(context, proven, place)
  await rememberDevice(context, proven.person)
  return { choose: places.length > 1, place }
}
