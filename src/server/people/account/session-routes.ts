import { fault } from '../../../core/kit/problems.ts'
import { emit } from '../../platform/events/emit.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { endOneSession, endSessionsOf, sessionsOf } from '../../platform/http/sessions.ts'
import type { Signed } from '../../platform/http/signed.ts'
import { outside, placesOf } from '../places.ts'
import { accountOf } from '../queries/account.ts'
import { membershipsOf } from '../queries/memberships.ts'
import { recoveryCodesLeft } from '../queries/recovery-codes.ts'
import { accountPage } from './page.ts'

/** Returns who asks. The routes of a person's own account ask for somebody who is signed in. */
export const signedOf = (asked: Asked): Signed => {
  if (asked.signed === null) throw fault('not-signed-in')
  return asked.signed
}

const show = async (asked: Asked): Promise<Response> => {
  const { person, side, authority } = signedOf(asked)
  const memberships = await membershipsOf(person.id)
  return framed(asked, {
    title: 'Your account',
    width: 'two-thirds',
    content: accountPage({
      name: person.name,
      account: await accountOf(person.id),
      codesLeft: await recoveryCodesLeft(person.id),
      memberships,
      places: placesOf(memberships),
      here: side === 'council' ? authority.id : outside,
      sessions: await sessionsOf(asked.context, person.id),
      hasWork: asked.may('work.see'),
    }),
  })
}

const noteEnded = ({ person, authority }: Signed, sessions: number) =>
  emit({
    kind: 'session.ended',
    authority: authority.id,
    subject: { kind: 'person', id: person.id },
    payload: { how: 'by-person', sessions },
  })

const endOne = async (asked: Asked): Promise<Response> => {
  const signed = signedOf(asked)
  if (await endOneSession(signed.person.id, asked.id('session'))) await noteEnded(signed, 1)
  return seeOther('/account?done=session-ended')
}

const endAll = async (asked: Asked): Promise<Response> => {
  const signed = signedOf(asked)
  const own = (await sessionsOf(asked.context, signed.person.id)).find(({ isThis }) => isThis)
  const ended = await endSessionsOf(signed.person.id, { but: own?.id })
  if (ended > 0) await noteEnded(signed, ended)
  return seeOther('/account?done=sessions-ended')
}

/** A person's own page, and their sessions. */
export const sessionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/account',
    permission: 'signed-in',
    sample: () => '/account',
    handle: show,
  },
  {
    method: 'POST',
    path: '/account/sessions/end-all',
    permission: 'signed-in',
    audit: 'session.ended',
    handle: endAll,
  },
  {
    method: 'POST',
    path: '/account/sessions/:session/end',
    permission: 'signed-in',
    audit: 'session.ended',
    handle: endOne,
  },
]
