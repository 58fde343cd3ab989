import { fault } from '../../core/kit/problems.ts'
import { membershipsOf } from '../people/queries/memberships.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import type { Route } from '../platform/http/route.ts'
import { endMembership } from './commands/end.ts'
import { accessOf } from './queries/access.ts'

const end = async (asked: Asked): Promise<Response> => {
  const [person, id] = [asked.id('person'), asked.id('membership')]
  const authority = asked.signed?.authority.id ?? ''
  const access = (await accessOf(authority, person)).find(({ membership }) => membership === id)
  if (access?.side !== 'provider') throw fault('not-found', { what: 'access', id })
  await endMembership(authority, { id, person, service: access.service })
  // Whoever has nothing left is no longer among the people.
  const left = (await membershipsOf(person)).some((one) => one.authority.id === authority)
  return seeOther(`${left ? `/people/${person}` : '/people'}?done=access-ended`)
}

/** Ending what a person is for a provider, from their page: also for the lead of all services. */
export const accessRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/people/:person/access/:membership/end',
    permission: 'people.manage',
    audit: 'membership.ended',
    handle: end,
  },
]
