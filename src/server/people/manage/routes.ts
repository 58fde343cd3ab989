import type { EventKind } from '../../platform/events/event.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Action, Route } from '../../platform/http/route.ts'
import { signedOf } from '../account/session-routes.ts'
import { peopleOf } from '../queries/people.ts'
import {
  disable,
  enable,
  giveAccount,
  personAsked,
  remove,
  resetFactor,
  sendAgain,
  sendLink,
} from './deeds.ts'
import { inviteRoutes } from './invite-routes.ts'
import { listPage } from './list-page.ts'
import { rolesRoutes } from './roles-routes.ts'
import { endSessionsOfAll, endSessionsOfOne } from './session-deeds.ts'
import { showPerson } from './show-person.ts'

const list = async (asked: Asked): Promise<Response> => {
  const { authority } = signedOf(asked)
  return framed(asked, {
    title: 'People',
    breadcrumbs: [{ text: 'Administration', href: '/administration' }],
    content: listPage(await peopleOf(authority.id), authority.name),
  })
}

const deed = (path: string, audit: EventKind, handle: Action['handle']): Route => ({
  method: 'POST',
  path: `/people/:person/${path}`,
  permission: 'people.manage',
  audit,
  handle,
})

/** What administrators do with people and their accounts. */
export const manageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/people',
    permission: 'people.manage',
    reads: 'people',
    sample: () => '/people',
    handle: list,
  },
  ...inviteRoutes,
  {
    method: 'POST',
    path: '/people/end-all-sessions',
    permission: 'people.manage',
    audit: 'session.ended',
    handle: endSessionsOfAll,
  },
  {
    method: 'GET',
    path: '/people/:person',
    permission: 'people.manage',
    reads: 'people',
    sample: ({ person }) => `/people/${person}`,
    handle: async (asked) => showPerson(asked, await personAsked(asked), '', []),
  },
  ...rolesRoutes,
  deed('invite', 'account.invited', giveAccount),
  deed('invite-again', 'account.invited', sendAgain),
  deed('password-link', 'password.link-asked', sendLink),
  deed('reset-second-factor', 'second-factor.reset', resetFactor),
  deed('end-sessions', 'session.ended', endSessionsOfOne),
  deed('disable', 'account.disabled', disable),
  deed('enable', 'account.enabled', enable),
  deed('remove', 'person.removed', remove),
]
