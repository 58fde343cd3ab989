import type { FieldError } from '../kit/field-error.ts'
import type { Access } from './access.ts'
import { employerNamed, type NamedEmployer, type NamedService, servicesNamed } from './named.ts'
import { emailErrors, nameErrors } from './person-form.ts'
import { isRole, type Role, roles } from './roles.ts'

/** What a person typed to say what somebody may do. */
export type AccessTyped = {
  readonly roles: readonly string[]
  /** For a registered manager and a contributor: one on each line. */
  readonly services: string
  /** For a group lead: a provider or a group. */
  readonly employer: string
  /** For a person of a partner agency. */
  readonly agency: string
}

/** What a person typed to invite somebody. */
export type InviteTyped = AccessTyped & { readonly name: string; readonly email: string }

/** What the one who invites may choose from. */
export type Invitable = {
  readonly roles: readonly Role[]
  readonly services: readonly NamedService[]
  readonly employers: readonly NamedEmployer[]
}

/** Whom somebody invites, and as what: roles of the council, or access for a provider or an agency. */
export type Invited = {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly access: readonly Access[]
}

type Read<Result> = Result | { readonly errors: readonly FieldError[] }

const wrong = (field: string, text: string) => ({ errors: [{ field, text }] })

const quoted = (lines: readonly string[]): string => lines.map((line) => `“${line}”`).join(' or ')

const readServices = (
  held: readonly Role[],
  typed: string,
  { services }: Invitable,
): Read<{ readonly access: readonly Access[] }> => {
  const { found, unknown } = servicesNamed(typed, services)
  if (unknown.length > 0)
    return wrong(
      'services',
      `No single service is called ${quoted(unknown)}. Write the name as Services shows it, or the CQC location id`,
    )
  if (found.length === 0) return wrong('services', 'Enter at least one service of the provider’s person')
  const unrun = found.filter(({ of }) => of === null).map(({ name }) => name)
  if (unrun.length > 0)
    return wrong('services', `No provider runs ${quoted(unrun)} under a contract. Add the contract first`)
  const access = found.flatMap(({ id, of }) =>
    of === null ? [] : held.map((role) => ({ side: 'provider', role, of, service: id }) as const),
  )
  return { access }
}

const readProvider = (
  held: readonly Role[],
  typed: AccessTyped,
  invitable: Invitable,
): Read<{ readonly access: readonly Access[] }> => {
  const ofServices = held.filter((role) => role !== 'group-lead')
  const read =
    ofServices.length > 0 ? readServices(ofServices, typed.services, invitable) : { access: [] as const }
  if ('errors' in read || !held.includes('group-lead')) return read
  const of = employerNamed(typed.employer, invitable.employers)
  if (of === null)
    return wrong('employer', 'Enter the name of the provider or group that they lead, as Contracts shows it')
  return { access: [...read.access, { side: 'provider', role: 'group-lead', of, service: null }] }
}

/** Reads what somebody is to be. One invitation is for the council, for a provider or for an agency, never for two. */
const readAccess = (
  typed: AccessTyped,
  invitable: Invitable,
): Read<{ readonly roles: readonly Role[]; readonly access: readonly Access[] }> => {
  const held = typed.roles.filter(isRole).filter((role) => invitable.roles.includes(role))
  const sides = new Set(held.map((role) => roles[role].side))
  if (sides.size === 0) return wrong('role', 'Select what the person does')
  if (sides.size > 1)
    return wrong('role', 'Select roles of the council, of a provider or of an agency, not both')
  if (sides.has('council')) return { roles: held, access: [] }
  if (sides.has('provider')) {
    const read = readProvider(held, typed, invitable)
    return 'errors' in read ? read : { roles: [], ...read }
  }
  const agency = typed.agency.trim()
  if (agency === '') return wrong('agency', 'Enter the name of the agency')
  return { roles: [], access: [{ side: 'partner', agency }] }
}

/** Reads an invitation: name, address, and as what somebody is invited. */
export const readInvite = (typed: InviteTyped, invitable: Invitable): Read<{ readonly invited: Invited }> => {
  const read = readAccess(typed, invitable)
  const errors: readonly FieldError[] = [
    ...nameErrors('name', typed.name),
    ...emailErrors('email', typed.email),
    ...('errors' in read ? read.errors : []),
  ]
  if (errors.length > 0 || 'errors' in read) return { errors }
  return { invited: { ...read, name: typed.name.trim(), email: typed.email.trim() } }
}
