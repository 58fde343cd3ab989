import type { FieldError } from '../../../core/kit/field-error.ts'
import { type Invited, type InviteTyped, readInvite } from '../../../core/people/invite-form.ts'
import { servicesNamed } from '../../../core/people/named.ts'
import type { Role } from '../../../core/people/roles.ts'
import { accessOf, isHeld } from '../../membership/queries/access.ts'
import { providersOfServices } from '../../membership/queries/provider-of-service.ts'
import { accountByEmail } from '../queries/account.ts'
import { membershipsOf } from '../queries/memberships.ts'
import { employersToName, servicesToName } from '../queries/services.ts'

/** An invitation, or what is wrong with it. */
export type InvitationRead = { readonly invited: Invited } | { readonly errors: readonly FieldError[] }

/** Reads an invitation by a council: the services that it names are those of the provider that runs them today. */
export const readInvitation = async (
  authority: string,
  roles: readonly Role[],
  typed: InviteTyped,
): Promise<InvitationRead> => {
  const all = await servicesToName(authority)
  const { found } = servicesNamed(typed.services, all)
  const providers = await providersOfServices(found.map(({ id }) => id))
  const services = all.map((service) => {
    const provider = providers.get(service.id)
    return provider === undefined ? service : { ...service, of: { provider } }
  })
  return readInvite(typed, { roles, services, employers: await employersToName(authority) })
}

/** Returns the name of the person who has all that an invitation gives already; null where there is something to give. */
export const alreadyHas = async (authority: string, invited: Invited): Promise<string | null> => {
  const account = await accountByEmail(invited.email)
  if (account === null) return null
  const { id, name } = account.person
  const memberships = await membershipsOf(id)
  const roles = memberships.find((one) => one.side === 'council' && one.authority.id === authority)?.roles
  const access = await accessOf(authority, id)
  const held =
    invited.roles.every((role) => roles?.includes(role)) &&
    invited.access.every((each) => isHeld(access, each))
  return held ? name : null
}
