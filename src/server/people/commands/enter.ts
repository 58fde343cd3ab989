import type { Context } from 'hono'
import { deviceName } from '../../../core/people/device-name.ts'
import type { Strength } from '../../../core/people/strength.ts'
import { isStrongEnough } from '../../../core/people/strength.ts'
import { actingAs } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import { startSession } from '../../platform/http/session.ts'
import { lastAuthorityOf } from '../../platform/http/sessions.ts'
import { type Membership, membershipsOf } from '../queries/memberships.ts'
import { rememberDevice } from './known-device.ts'

/** A person who proved who they are, whatever the method. */
export type Proven = { readonly person: string; readonly method: string; readonly strength: Strength }

/** Returns who acts when a person signs in, or does something to their account without being signed in yet. */
export const asPerson = (person: string, memberships: readonly Membership[]) =>
  ({
    kind: 'person',
    id: person,
    authorities: memberships.map(({ authority }) => authority.id),
    services: 'all',
  }) as const

/** Starts a session of a proven person in one authority, and says so in the trail. */
export const enterAuthority = async (
  context: Context,
  { person, method, strength }: Proven,
  membership: Membership,
): Promise<void> => {
  const authority = membership.authority.id
  const device = deviceName(context.req.header('user-agent') ?? '')
  await actingAs(asPerson(person, [membership]), () =>
    emit(
      {
        kind: 'session.started',
        authority,
        subject: { kind: 'person', id: person },
        payload: { method, strength, device },
      },
      () => startSession(context, { person, authority, method, strength }),
    ),
  )
}

/**
 * Signs a proven person in, in the authority of their latest session or the first by name. Every method of signing in ends here.
 * `choose`: they work for several, and may want another one. Null where they work for none, or too weakly proven.
 */
export const enter = async (
  context: Context,
  proven: Proven,
): Promise<{ readonly choose: boolean; readonly membership: Membership } | null> => {
  const memberships = (await membershipsOf(proven.person)).filter(({ services }) =>
    isStrongEnough(proven.method, proven.strength, services === null),
  )
  const last = await lastAuthorityOf(proven.person)
  const membership = memberships.find(({ authority }) => authority.id === last) ?? memberships[0]
  if (!membership) return null
  await enterAuthority(context, proven, membership)
  await rememberDevice(context, proven.person)
  return { choose: memberships.length > 1, membership }
}
