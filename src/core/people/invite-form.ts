import { isProviderRole } from './provider-roles.ts'
import { isRole, type Role } from './roles.ts'

/** A field that is wrong, and how to mend it. */
export type FieldError = { readonly field: string; readonly text: string }

/** A service as somebody may name it: by its name or by its CQC id. */
export type NamedService = { readonly id: string; readonly name: string; readonly location: string | null }

const longestName = 100
const longestEmail = 254

/** Whether a text can be an email address. More than this only sending can tell. */
export const isEmail = (text: string): boolean =>
  text.length <= longestEmail && /^[^\s@<>,;:"()[\]\\]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text)

/** Returns what is wrong with a typed email address, or nothing. */
export const emailErrors = (field: string, typed: string): readonly FieldError[] =>
  isEmail(typed.trim()) ? [] : [{ field, text: 'Enter an email address, such as name@northfold.example' }]

/** Returns the services that lines name, and the lines that name none or more than one. */
export const servicesNamed = (
  typed: string,
  services: readonly NamedService[],
): { readonly found: readonly string[]; readonly unknown: readonly string[] } => {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const matches = lines.map((line) => {
    const wanted = line.toLowerCase()
    const fitting = services.filter(
      ({ name, location }) => name.toLowerCase() === wanted || location?.toLowerCase() === wanted,
    )
    return { line, id: fitting.length === 1 ? fitting[0]?.id : undefined }
  })
  return {
    found: [...new Set(matches.flatMap(({ id }) => id ?? []))],
    unknown: matches.filter(({ id }) => id === undefined).map(({ line }) => line),
  }
}

/** What was typed to say what a person may do. */
export type RolesTyped = { readonly roles: readonly string[]; readonly services: string }

/** Roles, and the services of a provider's person; null for the council's own. */
export type RolesRead = {
  readonly roles: readonly [Role, ...Role[]]
  readonly services: readonly string[] | null
}

/** Reads which roles a person is to hold. A person is the council's or a provider's, never both. */
export const readRoles = (
  typed: RolesTyped,
  services: readonly NamedService[],
): RolesRead | { readonly errors: readonly FieldError[] } => {
  const [first, ...others] = typed.roles.filter(isRole)
  const wrong = (field: string, text: string) => ({ errors: [{ field, text }] })
  if (first === undefined) return wrong('role', 'Select what the person does')
  const roles = [first, ...others] as const
  const ofProvider = roles.filter(isProviderRole)
  if (ofProvider.length === 0) return { roles, services: null }
  if (ofProvider.length < roles.length)
    return wrong('role', 'Select roles of the council or of a provider, not both')
  const { found, unknown } = servicesNamed(typed.services, services)
  if (unknown.length > 0)
    return wrong(
      'services',
      `No single service is called ${unknown.map((line) => `“${line}”`).join(' or ')}. Write the name as Services shows it, or the CQC location id`,
    )
  if (found.length === 0) return wrong('services', 'Enter at least one service of the provider’s person')
  return { roles, services: found }
}

/** What a person typed to invite somebody. */
export type InviteTyped = RolesTyped & { readonly name: string; readonly email: string }

/** Reads an invitation: name, address, role and services. */
export const readInvite = (
  typed: InviteTyped,
  services: readonly NamedService[],
):
  | { readonly invited: RolesRead & { readonly name: string; readonly email: string } }
  | { readonly errors: readonly FieldError[] } => {
  const name = typed.name.trim()
  const held = readRoles(typed, services)
  const errors: readonly FieldError[] = [
    ...(name === '' || name.length > longestName
      ? [{ field: 'name', text: `Enter the person’s name, of at most ${longestName} letters` }]
      : []),
    ...emailErrors('email', typed.email),
    ...('errors' in held ? held.errors : []),
  ]
  if (errors.length > 0 || 'errors' in held) return { errors }
  return { invited: { ...held, name, email: typed.email.trim() } }
}
