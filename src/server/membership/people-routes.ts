import { randomUUID } from 'node:crypto'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault } from '../../core/kit/problems.ts'
import { isRole } from '../../core/people/roles.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { serviceTabs } from '../register/service-tabs.ts'
import { endMembership } from './commands/end.ts'
import { giveMembership } from './commands/give.ts'
import { servicePeoplePage } from './pages/service-people-page.ts'
import { candidatesFor } from './queries/candidates.ts'
import { employerOf } from './queries/employer.ts'
import { membersOf } from './queries/members.ts'
import { type Ours, serviceAsked } from './whose-service.ts'

type Typed = { readonly person: string; readonly role: string }

const show = async (
  asked: Asked,
  service: Ours,
  id: string,
  typed: Typed,
  errors: readonly FieldError[],
): Promise<Response> =>
  framed(asked, {
    title: 'Who has access for the provider',
    section: service.name,
    width: 'two-thirds',
    errors,
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: service.name, href: `/services/${service.id}` },
    ],
    content: servicePeoplePage({
      tabs: serviceTabs(asked, service.id, 'people'),
      service,
      members: await membersOf(service.id),
      givable: service.givable,
      candidates: service.givable.length > 0 ? await candidatesFor(service) : [],
      mayHandOver: service.held.some(({ role }) => role === 'registered-manager'),
      reader: asked.signed?.person.id ?? '',
      id,
      typed,
      errors,
    }),
  })

const add = async (asked: Asked): Promise<Response> => {
  const service = await serviceAsked(asked)
  const form = await asked.form()
  const [id, person, role] = [form.one('id'), form.one('person'), form.one('role')]
  if (!isId(id)) throw fault('bad-request', { what: 'The form was sent without its number.' })
  if (service.givable.length === 0) throw fault('not-your-people')
  const errors: FieldError[] = []
  if (!(await candidatesFor(service)).some((candidate) => candidate.person === person))
    errors.push({ field: 'person', text: 'Select who is let in' })
  if (!isRole(role) || !service.givable.includes(role))
    errors.push({ field: 'role', text: 'Select as what they are let in' })
  if (errors.length > 0 || !isRole(role)) return show(asked, service, id, { person, role }, errors)
  const { authority, id: of } = service
  await giveMembership({ id, authority, person, role, of: await employerOf(service), service: of })
  return seeOther(`/services/${of}/people?done=deputy-added`)
}

const end = async (asked: Asked): Promise<Response> => {
  const service = await serviceAsked(asked)
  const id = asked.id('membership')
  const member = (await membersOf(service.id)).find((each) => each.id === id)
  if (!member) throw fault('not-found', { what: 'access', id })
  if (!service.givable.includes(member.role) || member.person === asked.signed?.person.id)
    throw fault('not-your-people')
  await endMembership(service.authority, member)
  return seeOther(`/services/${service.id}/people?done=access-ended`)
}

/** Who works with a service for its provider: deputies, and who lets them in. */
export const peopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/:service/people',
    permission: 'service-people.see',
    sample: ({ service }) => `/services/${service}/people`,
    handle: async (asked) =>
      show(asked, await serviceAsked(asked), randomUUID(), { person: '', role: '' }, []),
  },
  {
    method: 'POST',
    path: '/services/:service/people',
    permission: 'service-people.edit',
    audit: 'membership.given',
    handle: add,
  },
  {
    method: 'POST',
    path: '/services/:service/people/:membership/end',
    permission: 'service-people.edit',
    audit: 'membership.ended',
    handle: end,
  },
]
