import type { FieldError } from '../../../core/kit/field-error.ts'
import { fault } from '../../../core/kit/problems.ts'
import { type InviteTyped, readInvite } from '../../../core/people/invite-form.ts'
import { employerOf } from '../../membership/queries/employer.ts'
import { type Ours, serviceFor } from '../../membership/whose-service.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Asked, isId } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import { signedOf } from '../account/session-routes.ts'
import { invite } from '../commands/invite.ts'
import { invitePage } from './invite-page.ts'

/** Returns a service for which the person who asks may let somebody in: one of their own. Throws for any other. */
const serviceToInvite = async (asked: Asked, id: string): Promise<Ours> => {
  if (!isId(id)) throw fault('not-found', { what: 'service', id })
  const service = await serviceFor(asked, id)
  if (service.givable.length === 0) throw fault('not-your-people')
  return service
}

const draw = (asked: Asked, service: Ours, typed: InviteTyped, errors: readonly FieldError[]): Response =>
  framed(asked, {
    title: 'Invite a person',
    section: service.name,
    width: 'two-thirds',
    errors,
    breadcrumbs: [
      { text: service.name, href: `/services/${service.id}` },
      { text: 'Who has access', href: `/services/${service.id}/people` },
    ],
    content: invitePage({ service, offered: service.givable, typed, errors }),
  })

/** Shows the form with which somebody is invited for one service. */
export const showForService = async (
  asked: Asked,
  id: string,
  typed: InviteTyped,
  errors: readonly FieldError[],
): Promise<Response> => draw(asked, await serviceToInvite(asked, id), typed, errors)

/**
 * Invites somebody for one service. Sent again for somebody who has not come yet, it sends the link again: whoever lets
 * deputies in has no page of accounts.
 */
export const sendForService = async (asked: Asked, id: string, typed: InviteTyped): Promise<Response> => {
  const service = await serviceToInvite(asked, id)
  const named = { id, name: service.name, location: null, of: await employerOf(service) }
  const read = readInvite(
    { ...typed, services: id },
    { roles: service.givable, services: [named], employers: [] },
  )
  if ('errors' in read) return draw(asked, service, typed, read.errors)
  const authority = signedOf(asked).authorities.find((one) => one.id === service.authority)
  if (authority === undefined) throw fault('not-your-people')
  await invite(authority, read.invited)
  return seeOther(`/services/${id}/people?done=deputy-invited`)
}
