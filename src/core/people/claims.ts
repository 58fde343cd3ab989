import type { Role } from './roles.ts'

/** What an identity provider says of a person, by names of claims. */
export type Claims = Readonly<Record<string, unknown>>

/** What we take of it. */
export type Claimed = {
  readonly name: string
  /** Null where the provider gives none. */
  readonly email: string | null
  /** Whether the provider vouches that the mailbox is theirs. */
  readonly verified: boolean
  readonly roles: readonly Role[]
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map(text)

/** Entra ID does not send `email_verified`; its word for it is `xms_edov`, as a boolean, a number or a text. */
const yes: readonly unknown[] = [true, 1, '1', 'true']

const isVerified = ({ email_verified, xms_edov }: Claims): boolean =>
  email_verified === true || yes.includes(xms_edov)

/** Returns what the claims say: name, email address, and those of our roles that the map knows by name. */
export const readClaims = (
  claims: Claims,
  by: { readonly rolesClaim: string; readonly roles: Readonly<Record<string, Role>> },
): Claimed => {
  const own = text(claims.email)
  // Entra ID's name of an account has the form of an address, and nobody vouches that it is a mailbox.
  const email = [own, text(claims.preferred_username)].find((given) => given.includes('@')) ?? null
  const roles = texts(claims[by.rolesClaim]).flatMap((named) =>
    Object.hasOwn(by.roles, named) ? [by.roles[named]] : [],
  )
  return {
    name: text(claims.name) || email || 'No name',
    email,
    verified: email !== null && email === own && isVerified(claims),
    roles: [...new Set(roles)].filter((role) => role !== undefined),
  }
}
