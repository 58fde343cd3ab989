import type { FieldError } from '../../../core/kit/field-error.ts'
import { givable } from '../../../core/people/giving.ts'
import type { InviteTyped } from '../../../core/people/invite-form.ts'
import { type Role, rolesOfSide } from '../../../core/people/roles.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked, Form } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { signedOf } from '../account/session-routes.ts'
import { invite } from '../commands/invite.ts'
import { sendForService, showForService } from './invite-for-service.ts'
import { invitePage } from './invite-page.ts'
import { alreadyHas, readInvitation } from './read-invitation.ts'

const blank: InviteTyped = { name: '', email: '', roles: [], services: '', employer: '', agency: '' }

/** Whom a council's person may invite: administrators everyone, whoever keeps contracts the people of a service. */
const offeredTo = (asked: Asked): readonly Role[] =>
  asked.may('people.manage')
    ? [...rolesOfSide('council'), ...rolesOfSide('provider'), ...rolesOfSide('partner')]
    : givable('council')

const show = (asked: Asked, typed: InviteTyped, errors: readonly FieldError[]): Response => {
  const above = asked.may('people.manage')
    ? { text: 'People', href: '/people' }
    : { text: 'Administration', href: '/administration' }
  return framed(asked, {
    title: 'Invite a person',
    section: above.text,
    width: 'two-thirds',
    errors,
    breadcrumbs: [above],
    content: invitePage({ service: null, offered: offeredTo(asked), typed, errors }),
  })
}

const begin = async (asked: Asked): Promise<Response> => {
  const service = asked.query('service')
  if (service !== null) return showForService(asked, service, blank, [])
  // Somebody of a provider invites for one of their services: they choose it first.
  return signedOf(asked).side === 'council' ? show(asked, blank, []) : seeOther('/our-services')
}

const typedIn = (form: Form): InviteTyped => ({
  name: form.one('name'),
  email: form.one('email'),
  roles: form.all('role'),
  services: form.one('services'),
  employer: form.one('employer'),
  agency: form.one('agency'),
})

const send = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const typed = typedIn(form)
  const service = form.one('service')
  if (service !== '') return sendForService(asked, service, typed)
  const { authority, side } = signedOf(asked)
  if (side !== 'council') return seeOther('/our-services')
  const read = await readInvitation(authority.id, offeredTo(asked), typed)
  if ('errors' in read) return show(asked, typed, read.errors)
  const there = await alreadyHas(authority.id, read.invited)
  if (there !== null)
    return show(asked, typed, [
      { field: 'email', text: `${there} has this email address already, and what you chose` },
    ])
  const { person } = await invite(authority, read.invited)
  return seeOther(
    `${asked.may('people.manage') ? `/people/${person}` : '/administration'}?done=person-invited`,
  )
}

/** Inviting a person. */
export const inviteRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/people/invite',
    permission: 'service-people.edit',
    sample: () => '/people/invite',
    handle: begin,
  },
  {
    method: 'POST',
    path: '/people/invite',
    permission: 'service-people.edit',
    audit: 'person.let-in',
    handle: send,
  },
]
