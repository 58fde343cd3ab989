import { fault } from '../../../core/kit/problems.ts'
import { emit } from '../../platform/events/emit.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { endSessionsOfPeople, sessionsOf } from '../../platform/http/sessions.ts'
import { signedOf } from '../account/session-routes.ts'
import { peopleOf } from '../queries/people.ts'
import { personAsked } from './deeds.ts'

const note = (authority: string, subject: { readonly kind: string; readonly id: string }, sessions: number) =>
  emit({ kind: 'session.ended', authority, subject, payload: { how: 'by-administrator', sessions } })

/** Ends the sessions of one person here: a device was lost, say. Those with another council go on. */
export const endSessionsOfOne = async (asked: Asked): Promise<Response> => {
  const { id } = await personAsked(asked)
  const { authority, person } = signedOf(asked)
  if (id === person.id) throw fault('own-account')
  const ended = await endSessionsOfPeople([id], authority.id, undefined)
  if (ended > 0) await note(authority.id, { kind: 'person', id }, ended)
  return seeOther(`/people/${id}?done=person-sessions-ended`)
}

/** Ends the sessions of everybody here, but the one that asks: after a break-in, say. */
export const endSessionsOfAll = async (asked: Asked): Promise<Response> => {
  const { authority, person } = signedOf(asked)
  const own = (await sessionsOf(asked.context, person.id)).find(({ isThis }) => isThis)
  const people = (await peopleOf(authority.id)).map(({ id }) => id)
  const ended = await endSessionsOfPeople(people, authority.id, own?.id)
  if (ended > 0) await note(authority.id, { kind: 'authority', id: authority.id }, ended)
  return seeOther('/people?done=everyone-signed-out')
}
